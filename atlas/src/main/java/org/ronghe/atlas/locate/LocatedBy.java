package org.ronghe.atlas.locate;

import java.util.Locale;

/// How a contribution found its place.
public enum LocatedBy {
  /// Coordinates given with the record.
  COORDINATES,
  /// The institution's own place.
  INSTITUTION,
  /// The place of the institution's parent, since its own is unknown.
  PARENT,
  /// Not at all; it still counts in every total.
  UNLOCATED;

  /// The word in files and reports.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
