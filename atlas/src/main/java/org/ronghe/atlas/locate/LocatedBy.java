package org.ronghe.atlas.locate;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// How a contribution found its place.
public enum LocatedBy {
  /// Coordinates given with the record.
  COORDINATES(0),
  /// The institution's own place.
  INSTITUTION(1),
  /// The place of the institution's parent, since its own is unknown.
  PARENT(2),
  /// Not at all; it still counts in every total.
  UNLOCATED(3);

  private static final LocatedBy[] BY_CODE = {COORDINATES, INSTITUTION, PARENT, UNLOCATED};

  private final byte code;

  LocatedBy(int code) {
    this.code = (byte) code;
  }

  /// The word in files and reports.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The words of all ways, each at its code.
  public static List<String> words() {
    return Arrays.stream(BY_CODE).map(LocatedBy::word).toList();
  }

  byte code() {
    return code;
  }

  static LocatedBy of(byte code) {
    return BY_CODE[code];
  }
}
