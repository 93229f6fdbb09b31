package org.ronghe.platform.facts.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.ValueRule;
import org.ronghe.platform.facts.dictionary.Words;

/// An attribute as the API answers it and as the database keeps what it meant.
///
/// @param use what it can be said of, for which time, how often, and who reads it
record AttributeJson(
    String key, String group, Words name, Words definition, Values values, Use use, String source) {

  /// Which values it takes; what does not apply is left out.
  record Values(
      String type,
      @Nullable String unit,
      @Nullable BigDecimal least,
      @Nullable BigDecimal most,
      @Nullable String pattern,
      @Nullable String format,
      @Nullable Map<String, Words> codes) {}

  /// Where and how it is used.
  record Use(List<String> subjects, String period, boolean multiple, String sensitivity) {}

  static AttributeJson of(Attribute attribute) {
    ValueRule rule = attribute.values();
    var format = rule.format();
    return new AttributeJson(
        attribute.key(),
        attribute.group().key(),
        attribute.name(),
        attribute.definition(),
        new Values(
            word(rule.type()),
            rule.unit().isEmpty() ? null : rule.unit(),
            rule.least(),
            rule.most(),
            rule.pattern(),
            format == null ? null : format.key(),
            rule.codes().isEmpty() ? null : rule.codes()),
        new Use(
            attribute.use().subjects().stream().map(kind -> kind.code()).toList(),
            word(attribute.period()),
            attribute.use().multiple(),
            word(attribute.use().sensitivity())),
        attribute.source());
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
