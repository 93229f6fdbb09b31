package org.ronghe.match.index;

import java.util.Locale;

/// What a document is.
public enum DocumentKind {
  NEED,
  ACHIEVEMENT,
  PATENT,
  PAPER,
  EXPERT,
  LAB,
  SERVICE,
  POLICY,
  FUND;

  /// Who asks and who answers.
  public enum Side {
    NEED,
    OFFER;

    /// The one that is searched by a document of this one.
    public Side other() {
      return this == NEED ? OFFER : NEED;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// Whether it asks or answers.
  public Side side() {
    return this == NEED ? Side.NEED : Side.OFFER;
  }

  /// Its name in files: lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
