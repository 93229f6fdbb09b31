package org.ronghe.platform.facts.dictionary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads dictionary files and collects every problem on the way.
final class DictionaryReader {
  private static final Set<String> GROUP_FIELDS =
      Set.of("group", "name", "subjects", "period", "sensitivity", "attributes");
  private static final Set<String> ATTRIBUTE_FIELDS =
      Set.of(
          "key",
          "name",
          "definition",
          "type",
          "unit",
          "least",
          "most",
          "longest",
          "pattern",
          "format",
          "codes",
          "multiple",
          "subjects",
          "period",
          "sensitivity",
          "source");
  private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{1,59}");

  private final Map<String, Attribute> attributes = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();

  DictionaryReading result() {
    return new DictionaryReading(new Dictionary(attributes.values()), problems);
  }

  void read(String file, String yaml) {
    Object tree;
    try {
      tree = new Load(LoadSettings.builder().setLabel(file).build()).loadFromString(yaml);
    } catch (YamlEngineException e) {
      problems.add(file + ": is no YAML: " + e.getMessage());
      return;
    }
    if (!(tree instanceof Map<?, ?> map) || !(map.get("groups") instanceof List<?> groups)) {
      problems.add(file + ": groups: expected a list");
      return;
    }
    for (Object group : groups) {
      if (group instanceof Map<?, ?> fields) {
        group(new YamlFields(file, fields, problems));
      } else {
        problems.add(file + ": groups: expected fields, found " + group);
      }
    }
  }

  private void group(YamlFields fields) {
    String key = fields.text("group", "");
    YamlFields at = fields.at(key);
    at.onlyKnown(GROUP_FIELDS);
    if (!KEY.matcher(key).matches()) {
      at.problem("group", "use a-z, 0-9 and _, beginning with a letter");
    }
    var group = new AttributeGroup(key, at.words("name"));
    for (YamlFields attribute : at.list("attributes")) {
      attribute(group, at, attribute);
    }
  }

  private void attribute(AttributeGroup group, YamlFields defaults, YamlFields raw) {
    String key = raw.text("key", "");
    YamlFields fields = raw.at(key);
    fields.onlyKnown(ATTRIBUTE_FIELDS);
    if (!KEY.matcher(key).matches()) {
      fields.problem("key", "use a-z, 0-9 and _, beginning with a letter, 2 to 60 characters");
    }
    int before = problems.size();
    ValueRule values = values(fields);
    Attribute.Use use =
        new Attribute.Use(
            subjects(fields.has("subjects") ? fields : defaults),
            (fields.has("period") ? fields : defaults).choice("period", Period.class),
            fields.flag("multiple"),
            (fields.has("sensitivity") ? fields : defaults)
                .choice("sensitivity", Sensitivity.class));
    var attribute =
        new Attribute(
            key,
            group,
            fields.words("name"),
            fields.words("definition"),
            values,
            use,
            fields.text("source", ""));
    if (attributes.containsKey(key)) {
      fields.problem("key", "is there twice");
    } else if (problems.size() == before) {
      attributes.put(key, attribute);
    }
  }

  private static ValueRule values(YamlFields fields) {
    var type = fields.choice("type", AttributeType.class);
    var codes = fields.codes("codes");
    if ((type == AttributeType.CODE) == codes.isEmpty()) {
      fields.problem("codes", codes.isEmpty() ? "a code needs a list" : "only for type code");
    }
    BigDecimal least = fields.number("least");
    BigDecimal most = fields.number("most");
    boolean counts = type.numeric() || type == AttributeType.MONEY;
    if (!counts && (least != null || most != null)) {
      fields.problem("least", "only numbers have a least and a most");
    }
    if (least != null && most != null && least.compareTo(most) > 0) {
      fields.problem("least", "is above most");
    }
    return new ValueRule(
        type,
        fields.text("unit", ""),
        least,
        most,
        longest(fields, type),
        pattern(fields, type),
        format(fields, type),
        codes);
  }

  private static int longest(YamlFields fields, AttributeType type) {
    BigDecimal longest = fields.number("longest");
    if (longest == null) {
      return ValueRule.USUAL_LONGEST;
    }
    if (type != AttributeType.TEXT && type != AttributeType.TITLE) {
      fields.problem("longest", "only for type text or title");
    }
    if (longest.signum() <= 0 || longest.compareTo(BigDecimal.valueOf(10_000)) > 0) {
      fields.problem("longest", "expected 1 to 10000");
    }
    return longest.intValue();
  }

  private static @Nullable String pattern(YamlFields fields, AttributeType type) {
    if (!fields.has("pattern")) {
      return null;
    }
    if (type != AttributeType.TEXT && type != AttributeType.TITLE) {
      fields.problem("pattern", "only for type text or title");
    }
    String pattern = fields.text("pattern", "");
    try {
      Pattern.compile(pattern);
    } catch (PatternSyntaxException e) {
      fields.problem("pattern", "is no regular expression: " + e.getDescription());
    }
    return pattern;
  }

  private static @Nullable IdentifierScheme format(YamlFields fields, AttributeType type) {
    if (!fields.has("format")) {
      return null;
    }
    if (type != AttributeType.TEXT) {
      fields.problem("format", "only for type text");
    }
    return fields.choice("format", IdentifierScheme.class);
  }

  private static Set<SubjectKind> subjects(YamlFields fields) {
    var kinds = EnumSet.noneOf(SubjectKind.class);
    for (String word : fields.texts("subjects")) {
      try {
        kinds.add(SubjectKind.valueOf(word.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        fields.problem("subjects", "there is no " + word);
      }
    }
    if (kinds.isEmpty()) {
      fields.problem("subjects", "is missing");
      kinds.add(SubjectKind.ORGANISATION);
    }
    return kinds;
  }
}
