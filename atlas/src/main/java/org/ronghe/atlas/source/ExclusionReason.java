package org.ronghe.atlas.source;

/// Why a well-formed record does not count under the method in force.
public enum ExclusionReason {
  YEAR,
  KIND,
  TYPE,
  RETRACTED,
  PARATEXT,
  JOURNAL,
  FIELD,
  TRUNCATED_AUTHORS
}
