package org.ronghe.platform.facts.dictionary;

/// The time that a value holds for.
public enum Period {
  /// A calendar year: yearly figures.
  YEAR,
  /// One day: an award, an assessment.
  POINT,
  /// From a day up to another, or until further notice.
  INTERVAL
}
