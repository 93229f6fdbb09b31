package org.ronghe.platform.facts.dictionary;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.identifier.IdentifierScheme;

/// Which values an attribute takes.
///
/// @param unit what is counted, empty for a bare number; percent, money and years say theirs by
///   type
/// @param least the smallest number allowed
/// @param most the largest number allowed
/// @param longest the most characters of a text
/// @param pattern a regular expression that a whole text must match
/// @param format the identifier scheme that a text follows
/// @param codes the allowed codes with their names, in order; empty but for type code
public record ValueRule(
    AttributeType type,
    String unit,
    @Nullable BigDecimal least,
    @Nullable BigDecimal most,
    int longest,
    @Nullable String pattern,
    @Nullable IdentifierScheme format,
    Map<String, Words> codes) {
  /// What a text is cut off at where nothing else is said.
  public static final int USUAL_LONGEST = 1000;

  public ValueRule {
    codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
  }
}
