package org.ronghe.rules.language;

/// How two values are compared.
public enum Comparison {
  LESS("<"),
  AT_MOST("≤"),
  EQUAL("="),
  DIFFERENT("≠"),
  AT_LEAST("≥"),
  MORE(">");

  private final String sign;

  Comparison(String sign) {
    this.sign = sign;
  }

  public String sign() {
    return sign;
  }

  /// Whether it holds for operands that compare as `order`, as of [Comparable].
  public boolean holds(int order) {
    return switch (this) {
      case LESS -> order < 0;
      case AT_MOST -> order <= 0;
      case EQUAL -> order == 0;
      case DIFFERENT -> order != 0;
      case AT_LEAST -> order >= 0;
      case MORE -> order > 0;
    };
  }

  /// The comparison that holds exactly where this one does not.
  public Comparison opposite() {
    return switch (this) {
      case LESS -> AT_LEAST;
      case AT_MOST -> MORE;
      case EQUAL -> DIFFERENT;
      case DIFFERENT -> EQUAL;
      case AT_LEAST -> LESS;
      case MORE -> AT_MOST;
    };
  }
}
