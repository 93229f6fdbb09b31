package org.ronghe.platform.facts.dictionary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Nearest;

/// The fields of one place in a YAML file; what is wrong with them is added to a list, and the
/// answer is then some stand-in value.
final class YamlFields {
  private final String place;
  private final Map<?, ?> fields;
  private final List<String> problems;

  YamlFields(String place, Map<?, ?> fields, List<String> problems) {
    this.place = place;
    this.fields = fields;
    this.problems = problems;
  }

  /// The same fields under a better name of their place.
  YamlFields at(String name) {
    return new YamlFields(place + ": " + name, fields, problems);
  }

  void problem(String field, String what) {
    problems.add(place + ": " + field + ": " + what);
  }

  boolean has(String field) {
    return fields.containsKey(field);
  }

  void onlyKnown(Set<String> known) {
    for (Object key : fields.keySet()) {
      if (!known.contains(String.valueOf(key))) {
        problem(
            String.valueOf(key),
            "is unknown"
                + Nearest.to(String.valueOf(key), known.stream().sorted().toList())
                    .map(near -> "; did you mean " + near + "?")
                    .orElse(""));
      }
    }
  }

  String text(String field, String otherwise) {
    Object value = fields.get(field);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof String text && !text.isBlank()) {
      return text;
    }
    problem(field, "expected a text, found " + value);
    return otherwise;
  }

  List<String> texts(String field) {
    if (fields.get(field) instanceof List<?> list) {
      return list.stream().map(String::valueOf).toList();
    }
    return List.of();
  }

  boolean flag(String field) {
    Object value = fields.get(field);
    if (value != null && !(value instanceof Boolean)) {
      problem(field, "expected true or false, found " + value);
    }
    return Boolean.TRUE.equals(value);
  }

  @Nullable BigDecimal number(String field) {
    Object value = fields.get(field);
    if (value == null) {
      return null;
    }
    if (value instanceof Number) {
      return new BigDecimal(value.toString());
    }
    problem(field, "expected a number, found " + value);
    return null;
  }

  Words words(String field) {
    if (fields.get(field) instanceof Map<?, ?> map
        && map.get("zh") instanceof String zh
        && map.get("en") instanceof String en
        && !zh.isBlank()
        && !en.isBlank()
        && map.size() == 2) {
      return new Words(zh, en);
    }
    problem(field, "expected zh and en");
    return new Words("", "");
  }

  Map<String, Words> codes(String field) {
    var codes = new LinkedHashMap<String, Words>();
    if (fields.get(field) instanceof Map<?, ?> map) {
      var inner = new YamlFields(place + ": " + field, map, problems);
      for (Object code : map.keySet()) {
        if (code instanceof String key && key.matches("[a-z][a-z0-9_]*")) {
          codes.put(key, inner.words(key));
        } else {
          inner.problem(String.valueOf(code), "use a-z, 0-9 and _ only");
        }
      }
    } else if (has(field)) {
      problem(field, "expected codes with their names");
    }
    return codes;
  }

  <E extends Enum<E>> E choice(String field, Class<E> type) {
    E[] constants = type.getEnumConstants();
    Object value = fields.get(field);
    for (E constant : constants) {
      if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
        return constant;
      }
    }
    String known =
        String.join(
            ", ", Arrays.stream(constants).map(c -> c.name().toLowerCase(Locale.ROOT)).toList());
    problem(field, value == null ? "is missing" : value + " is none of " + known);
    return constants[0];
  }

  List<YamlFields> list(String field) {
    var list = new ArrayList<YamlFields>();
    if (fields.get(field) instanceof List<?> entries) {
      for (Object entry : entries) {
        if (entry instanceof Map<?, ?> map) {
          list.add(new YamlFields(place, map, problems));
        } else {
          problem(field, "expected fields, found " + entry);
        }
      }
    } else {
      problem(field, "expected a list");
    }
    return list;
  }
}
