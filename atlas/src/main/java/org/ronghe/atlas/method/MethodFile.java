package org.ronghe.atlas.method;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The values of one method file under their dotted names, read with every problem collected.
///
/// A value stands plain (`radius-km: 15`) or with its source (`radius-km: {value: 15, source: …}`
/// or `{value: 15, unconfirmed: true}`).
final class MethodFile {
  private final Map<String, Leaf> leaves = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final String plainSource;

  /// @param tree the YAML document
  /// @param plainSource the source of values that state none
  MethodFile(Map<?, ?> tree, String plainSource) {
    this.plainSource = plainSource;
    flatten("", tree);
  }

  /// One value as written.
  ///
  /// @param value a scalar or a list
  record Leaf(Object value, String source, boolean unconfirmed) {}

  String text(String name) {
    return read(name, "text", value -> value instanceof String s ? s : null).orElse("");
  }

  String text(String name, String otherwise) {
    return leaves.containsKey(name) ? text(name) : otherwise;
  }

  double number(String name, double least, double most) {
    return read(
            name,
            "a number from " + plain(least) + " to " + plain(most),
            value ->
                value instanceof Number n && n.doubleValue() >= least && n.doubleValue() <= most
                    ? n.doubleValue()
                    : null)
        .orElse(least);
  }

  int whole(String name, int least, int most) {
    return read(
            name,
            "a whole number from " + least + " to " + most,
            value -> value instanceof Integer i && i >= least && i <= most ? i : null)
        .orElse(least);
  }

  boolean flag(String name) {
    return read(name, "true or false", value -> value instanceof Boolean b ? b : null)
        .orElse(false);
  }

  /// A percentage such as `20 %` or a fraction such as `0.2`, as a fraction.
  double share(String name) {
    return read(name, "a share such as 20 % or 0.2", MethodFile::shareOf).orElse(0.0);
  }

  <E extends Enum<E>> E choice(String name, Class<E> type) {
    var constants = type.getEnumConstants();
    var words = new ArrayList<String>();
    for (var c : constants) {
      words.add(word(c));
    }
    return read(
            name,
            "one of " + String.join(", ", words),
            value -> {
              int i = words.indexOf(String.valueOf(value));
              return i < 0 ? null : constants[i];
            })
        .orElse(constants[0]);
  }

  Set<String> words(String name) {
    return new LinkedHashSet<>(
        read(
                name,
                "a list of words",
                value -> {
                  if (!(value instanceof List<?> list)) {
                    return null;
                  }
                  var words = new ArrayList<String>();
                  for (var item : list) {
                    words.add(String.valueOf(item));
                  }
                  return words;
                })
            .orElse(new ArrayList<>()));
  }

  Set<String> words(String name, Set<String> otherwise) {
    return leaves.containsKey(name) ? words(name) : otherwise;
  }

  Method.MinWeight minWeight(String name) {
    return read(
            name,
            "a weight above 0, or a share such as 0.1 %",
            value -> {
              if (value instanceof Number n && n.doubleValue() > 0) {
                return (Method.MinWeight) new Method.AbsoluteWeight(n.doubleValue());
              }
              var share = value instanceof String ? shareOf(value) : null;
              return share != null && share > 0 ? new Method.ShareOfAll(share) : null;
            })
        .orElse(new Method.AbsoluteWeight(1));
  }

  /// The distinct first segments below `prefix`, in the order of the file.
  Set<String> namesBelow(String prefix) {
    var names = new LinkedHashSet<String>();
    for (var name : leaves.keySet()) {
      if (name.startsWith(prefix + ".")) {
        var rest = name.substring(prefix.length() + 1);
        int dot = rest.indexOf('.');
        if (dot > 0) {
          names.add(rest.substring(0, dot));
        }
      }
    }
    return names;
  }

  void problem(String text) {
    problems.add(text);
  }

  /// All problems, unknown keys included.
  List<String> problems() {
    var all = new ArrayList<>(problems);
    for (var name : leaves.keySet()) {
      if (!asked.contains(name)) {
        var near = Nearest.to(name, asked);
        all.add(name + ": unknown key" + near.map(n -> "; did you mean " + n + "?").orElse(""));
      }
    }
    return all;
  }

  /// Every value that was asked for, for the reader of the report.
  List<MethodValue> values() {
    var values = new ArrayList<MethodValue>();
    for (var name : asked) {
      var leaf = leaves.get(name);
      if (leaf != null && !name.startsWith("title.") && !name.contains(".label.")) {
        values.add(new MethodValue(name, printed(leaf.value()), leaf.source(), leaf.unconfirmed()));
      }
    }
    return values;
  }

  private <T> Optional<T> read(
      String name, String expected, Function<Object, @Nullable T> convert) {
    asked.add(name);
    var leaf = leaves.get(name);
    if (leaf == null) {
      problems.add(name + ": missing; expected " + expected);
      return Optional.empty();
    }
    var value = convert.apply(leaf.value());
    if (value == null) {
      problems.add(name + ": expected " + expected + ", not \"" + printed(leaf.value()) + "\"");
    }
    return Optional.ofNullable(value);
  }

  private void flatten(String prefix, Map<?, ?> tree) {
    for (var entry : tree.entrySet()) {
      var name = prefix + entry.getKey();
      var value = entry.getValue();
      if (value instanceof Map<?, ?> map && map.containsKey("value")) {
        annotated(name, map);
      } else if (value instanceof Map<?, ?> map) {
        flatten(name + ".", map);
      } else if (value == null) {
        problems.add(name + ": empty");
      } else {
        leaves.put(name, new Leaf(value, plainSource, false));
      }
    }
  }

  private void annotated(String name, Map<?, ?> map) {
    for (var key : map.keySet()) {
      if (!Set.of("value", "source", "unconfirmed").contains(String.valueOf(key))) {
        problems.add(name + "." + key + ": only value, source and unconfirmed may stand here");
      }
    }
    var value = map.get("value");
    if (value == null) {
      problems.add(name + ".value: empty");
      return;
    }
    var source = map.get("source");
    leaves.put(
        name,
        new Leaf(
            value,
            source == null ? "" : String.valueOf(source),
            Boolean.TRUE.equals(map.get("unconfirmed"))));
  }

  private static @Nullable Double shareOf(Object value) {
    if (value instanceof Number n) {
      return n.doubleValue() >= 0 && n.doubleValue() <= 1 ? n.doubleValue() : null;
    }
    var text = String.valueOf(value).strip();
    if (!text.endsWith("%")) {
      return null;
    }
    try {
      double percent = Double.parseDouble(text.substring(0, text.length() - 1).strip());
      return percent >= 0 && percent <= 100 ? percent / 100 : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
  }

  private static String printed(Object value) {
    if (value instanceof List<?> list) {
      var words = new ArrayList<String>();
      for (var item : list) {
        words.add(String.valueOf(item));
      }
      return String.join(", ", words);
    }
    return String.valueOf(value);
  }
}
