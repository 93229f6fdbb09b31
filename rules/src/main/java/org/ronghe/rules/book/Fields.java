package org.ronghe.rules.book;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ronghe.rules.language.Amounts;
import org.ronghe.rules.language.Expression.Literal;
import org.ronghe.rules.language.ExpressionReader;
import org.ronghe.rules.language.SyntaxException;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;
import org.ronghe.rules.source.Tree;
import org.ronghe.rules.source.Words;

/// The keys of one mapping, each taken once; what is left over is unknown.
final class Fields {
  private static final Pattern AMOUNT = Pattern.compile("([+-]?[0-9][0-9,]*(?:\\.[0-9]+)?)(.*)");
  private static final Set<String> LANGUAGES = Set.of("zh", "en");

  private final Tree.Mapping mapping;
  private final Problems problems;
  private final Set<String> asked = new LinkedHashSet<>();

  Fields(Tree.Mapping mapping, Problems problems) {
    this.mapping = mapping;
    this.problems = problems;
  }

  Place place() {
    return mapping.place();
  }

  Problems problems() {
    return problems;
  }

  Place placeOf(String key) {
    var entry = mapping.entries().get(key);
    return entry == null ? place() : entry.place();
  }

  boolean has(String key) {
    asked.add(key);
    return mapping.entries().containsKey(key);
  }

  Set<String> keys() {
    return mapping.entries().keySet();
  }

  Optional<Tree> take(String key) {
    asked.add(key);
    return mapping.find(key);
  }

  /// Says which keys nobody asked for.
  void close() {
    for (var key : keys()) {
      if (!asked.contains(key)) {
        problems.unknown(ProblemCode.KEY_UNKNOWN, placeOf(key), key, asked);
      }
    }
  }

  void missing(String key) {
    problems.add(ProblemCode.KEY_MISSING, place(), key);
  }

  void wrong(String key, String expected) {
    problems.add(ProblemCode.VALUE_WRONG, placeOf(key), key, expected);
  }

  String text(String key) {
    return findText(key)
        .orElseGet(() -> {
          if (!mapping.entries().containsKey(key)) {
            missing(key);
          }
          return "";
        });
  }

  Optional<String> findText(String key) {
    return take(key)
        .flatMap(tree -> {
          if (tree instanceof Tree.Scalar scalar && !scalar.isNull() && !scalar.text().isBlank()) {
            return Optional.of(scalar.text().strip());
          }
          wrong(key, "a text");
          return Optional.empty();
        });
  }

  Words words(String key) {
    if (!has(key)) {
      missing(key);
    }
    return findWords(key);
  }

  Words findWords(String key) {
    return take(key).map(tree -> words(key, tree)).orElse(Words.NONE);
  }

  Words words(String key, Tree tree) {
    if (tree instanceof Tree.Scalar scalar && !scalar.isNull()) {
      return Words.same(scalar.text().strip());
    }
    if (tree instanceof Tree.Mapping map && LANGUAGES.containsAll(map.entries().keySet())) {
      var fields = new Fields(map, problems);
      return new Words(fields.text("zh"), fields.text("en"));
    }
    problems.add(ProblemCode.VALUE_WRONG, tree.place(), key, "{zh: …, en: …}");
    return Words.NONE;
  }

  Optional<LocalDate> findDate(String key) {
    return findText(key)
        .flatMap(text -> {
          try {
            return Optional.of(LocalDate.parse(text));
          } catch (DateTimeException e) {
            wrong(key, "2026-04-01");
            return Optional.empty();
          }
        });
  }

  int whole(String key, int least, int most) {
    var text = findText(key);
    try {
      int value = Integer.parseInt(text.orElse(""));
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    if (text.isPresent()) {
      wrong(key, least + " … " + most);
    } else if (!has(key)) {
      missing(key);
    }
    return least;
  }

  /// A number with a unit, such as `30 %` or `2 亿元`.
  Optional<Literal> findAmount(String key) {
    return take(key).flatMap(tree -> amount(key, tree));
  }

  Optional<Literal> amount(String key, Tree tree) {
    if (tree instanceof Tree.Scalar scalar) {
      var parts = AMOUNT.matcher(scalar.text().strip());
      if (parts.matches()) {
        var number = new BigDecimal(parts.group(1).replace(",", ""));
        var literal = Amounts.of(number, parts.group(2));
        if (literal.isPresent()) {
          return literal;
        }
      }
    }
    problems.add(ProblemCode.VALUE_WRONG, tree.place(), key, "60, 30 %, 2000 万元, 5 million EUR");
    return Optional.empty();
  }

  /// A currency or a word that says what a number counts.
  static Unit unit(String word) {
    return switch (word) {
      case "" -> Unit.NUMBER;
      case "percent", "%" -> Unit.PERCENT;
      case "date" -> Unit.DATE;
      default -> Amounts.isCurrency(word) ? Unit.money(word) : Unit.counted(word);
    };
  }

  List<String> texts(String key) {
    var texts = new ArrayList<String>();
    for (var item : list(key)) {
      if (item instanceof Tree.Scalar scalar && !scalar.isNull()) {
        texts.add(scalar.text().strip());
      } else {
        problems.add(ProblemCode.VALUE_WRONG, item.place(), key, "a list of words");
      }
    }
    return texts;
  }

  /// The items of a list; a single value is a list of one.
  List<Tree> list(String key) {
    return take(key)
        .map(tree -> tree instanceof Tree.Items items ? items.items() : List.of(tree))
        .orElse(List.of());
  }

  /// The mappings in a list.
  List<Fields> each(String key) {
    var each = new ArrayList<Fields>();
    for (var item : list(key)) {
      if (item instanceof Tree.Mapping map) {
        each.add(new Fields(map, problems));
      } else {
        problems.add(ProblemCode.VALUE_WRONG, item.place(), key, "a list of {key: value}");
      }
    }
    return each;
  }

  Optional<Fields> findFields(String key) {
    return take(key)
        .flatMap(tree -> {
          if (tree instanceof Tree.Mapping map) {
            return Optional.of(new Fields(map, problems));
          }
          wrong(key, "key: value");
          return Optional.empty();
        });
  }

  /// The entries of a mapping, by key in the order of the file.
  Map<String, Tree> entries(String key) {
    var entries = new LinkedHashMap<String, Tree>();
    findFields(key)
        .ifPresent(fields ->
            fields.mapping.entries().forEach((name, entry) -> entries.put(name, entry.value())));
    return entries;
  }

  /// The mappings by key.
  Map<String, Fields> named(String key) {
    var named = new LinkedHashMap<String, Fields>();
    entries(key)
        .forEach((name, tree) -> {
          if (tree instanceof Tree.Mapping map) {
            named.put(name, new Fields(map, problems));
          } else {
            problems.add(ProblemCode.VALUE_WRONG, tree.place(), name, "key: value");
          }
        });
    return named;
  }

  Optional<Formula> findFormula(String key) {
    return take(key)
        .flatMap(tree -> {
          if (tree instanceof Tree.Scalar scalar && !scalar.isNull()) {
            return formula(scalar);
          }
          wrong(key, "an expression");
          return Optional.empty();
        });
  }

  private Optional<Formula> formula(Tree.Scalar scalar) {
    var text = scalar.text().strip();
    try {
      return Optional.of(new Formula(scalar.place(), text, ExpressionReader.read(text)));
    } catch (SyntaxException e) {
      problems.add(
          ProblemCode.EXPRESSION_WRONG,
          scalar.place(),
          text,
          e.position(),
          e.found(),
          e.expected());
      return Optional.empty();
    }
  }

  Tree.Mapping mapping() {
    return mapping;
  }
}
