package org.ronghe.rules.fact;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.rules.source.Words;

/// What the dictionary says about an attribute.
///
/// @param multiple whether several values can hold at once
/// @param codes the codes of a [Kind#CODE], by key
/// @param unit what a number counts, such as `person`; may be empty
public record FactType(
    String key,
    Words name,
    Kind kind,
    Timing timing,
    boolean multiple,
    Map<String, Words> codes,
    String unit) {
  public FactType {
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }

  /// Whether facts of it are counted rather than read: several at once, or certificates.
  public boolean isItems() {
    return multiple || kind == Kind.TITLE;
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
