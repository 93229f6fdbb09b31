package org.ronghe.rules.fact;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Words;

/// What the dictionary says about an attribute.
///
/// @param multiple whether several values can hold at once
/// @param codes the codes of a [Kind#CODE], by key
/// @param unit what a number counts, such as `person`; may be empty
/// @param limits the least and most a number may be
public record FactType(
    String key,
    Words name,
    Kind kind,
    Timing timing,
    boolean multiple,
    Map<String, Words> codes,
    String unit,
    Limits limits) {
  public FactType {
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  /// Whether facts of it are counted rather than read: several at once, or certificates.
  public boolean isItems() {
    return multiple || kind == Kind.TITLE;
  }

  /// Between which numbers a value lies, both included; money in its main unit.
  public record Limits(Optional<Exact> least, Optional<Exact> most) {
    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());
    private static final Limits SHARE = new Limits(Optional.of(Exact.ZERO), Optional.of(Exact.ONE));

    /// What a kind of value may be at all: a percentage is a share unless the dictionary says more.
    public static Limits of(Kind kind, @Nullable BigDecimal least, @Nullable BigDecimal most) {
      var usual = kind == Kind.PERCENT ? SHARE : NONE;
      return new Limits(
          Optional.ofNullable(least).map(Exact::of).or(usual::least),
          Optional.ofNullable(most).map(Exact::of).or(usual::most));
    }

    /// Whether a number lies within.
    public boolean hold(Exact number) {
      return least.filter(limit -> number.compareTo(limit) < 0).isEmpty()
          && most.filter(limit -> number.compareTo(limit) > 0).isEmpty();
    }

    /// Such as `≥ 0` or `1 … 9`.
    @Override
    public String toString() {
      return least.isPresent() && most.isPresent()
          ? least.get().plain() + " … " + most.get().plain()
          : least
              .map(limit -> "≥ " + limit.plain())
              .or(() -> most.map(limit -> "≤ " + limit.plain()))
              .orElse("");
    }
  }

  /// The kinds of values.
  public enum Kind {
    DECIMAL,
    INTEGER,
    MONEY,
    PERCENT,
    BOOLEAN,
    DATE,
    TEXT,
    CODE,
    TITLE,
    ORGANISATION,
    PERSON,
    HOLDING;

    public boolean isNumber() {
      return this == DECIMAL || this == INTEGER || this == MONEY || this == PERCENT;
    }
  }

  /// The time a value holds for.
  public enum Timing {
    YEAR,
    INTERVAL,
    POINT
  }
}
