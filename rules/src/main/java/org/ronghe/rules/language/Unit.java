package org.ronghe.rules.language;

/// What a number counts; decides what may be compared with what, and how it is shown.
///
/// @param kind the kind
/// @param word the currency of money (ISO 4217), otherwise the word shown behind the number
public record Unit(Kind kind, String word) {
  public static final Unit NUMBER = new Unit(Kind.NUMBER, "");
  public static final Unit PERCENT = new Unit(Kind.PERCENT, "%");
  public static final Unit DATE = new Unit(Kind.DATE, "");
  public static final Unit DAYS = new Unit(Kind.NUMBER, "day");
  public static final Unit YEARS = new Unit(Kind.NUMBER, "year");
  public static final Unit POINTS = new Unit(Kind.NUMBER, "point");
  public static final Unit CNY = money("CNY");

  /// The kinds.
  public enum Kind {
    NUMBER,
    /// A fraction of one, shown as a percentage.
    PERCENT,
    /// A whole number of the currency's smallest unit.
    MONEY,
    /// Days since 1970-01-01.
    DATE
  }

  public static Unit money(String currency) {
    return new Unit(Kind.MONEY, currency);
  }

  public static Unit counted(String word) {
    return new Unit(Kind.NUMBER, word);
  }

  public boolean isMoney() {
    return kind == Kind.MONEY;
  }

  /// Whether numbers of both can be added and compared.
  public boolean agreesWith(Unit other) {
    boolean plain = kind == Kind.NUMBER || kind == Kind.PERCENT;
    boolean otherPlain = other.kind == Kind.NUMBER || other.kind == Kind.PERCENT;
    return (plain && otherPlain) || (kind == other.kind && (!isMoney() || word.equals(other.word)));
  }
}
