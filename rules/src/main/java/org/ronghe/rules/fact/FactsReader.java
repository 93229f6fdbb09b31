package org.ronghe.rules.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.JsonText;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;
import org.ronghe.rules.source.Tree;
import org.ronghe.rules.source.YamlText;

/// Reads a facts file: attribute → value, or a list of dated facts; see
/// `docs/reference/facts-file.md`.
public final class FactsReader {
  private static final Set<String> WRAPPER =
      Set.of("facts", "organisations", "parameters", "subject", "id");
  private static final Set<String> ITEM =
      Set.of("attribute", "value", "part", "year", "on", "from", "until", "to", "source");

  private final FactTypes types;
  private final Problems problems;

  private FactsReader(FactTypes types, Problems problems) {
    this.types = types;
    this.problems = problems;
  }

  /// Reads JSON, or YAML where the file's name says so.
  public static Dossier read(String file, String text, FactTypes types, Problems problems) {
    boolean yaml = file.endsWith(".yaml") || file.endsWith(".yml");
    var tree = yaml ? YamlText.read(file, text, problems) : JsonText.read(file, text, problems);
    return tree.map(found -> of(found, types, problems)).orElse(Dossier.of(Facts.NONE));
  }

  /// Takes facts from a tree already read.
  public static Dossier of(Tree tree, FactTypes types, Problems problems) {
    var reader = new FactsReader(types, problems);
    if (tree instanceof Tree.Mapping map && map.find("facts").isPresent()) {
      return reader.wrapped(map);
    }
    if (tree instanceof Tree.Mapping map
        && (map.find("organisations").isPresent() || map.find("parameters").isPresent())) {
      var own = new LinkedHashMap<>(map.entries());
      own.keySet().removeAll(Set.of("organisations", "parameters", "subject"));
      var facts = reader.facts(new Tree.Mapping(map.place(), own));
      return reader.dossier(facts, map);
    }
    return Dossier.of(reader.facts(tree));
  }

  private Dossier wrapped(Tree.Mapping map) {
    map.entries()
        .forEach((key, entry) -> {
          if (!WRAPPER.contains(key)) {
            problems.unknown(ProblemCode.KEY_UNKNOWN, entry.place(), key, WRAPPER);
          }
        });
    return dossier(facts(map.find("facts").orElseThrow()), map);
  }

  private Dossier dossier(Facts own, Tree.Mapping map) {
    var others = new LinkedHashMap<String, Facts>();
    if (map.find("organisations").orElse(null) instanceof Tree.Mapping named) {
      named.entries().forEach((id, entry) -> others.put(id, facts(entry.value())));
    }
    var parameters = new LinkedHashMap<String, Exact>();
    if (map.find("parameters").orElse(null) instanceof Tree.Mapping named) {
      named
          .entries()
          .forEach((name, entry) ->
              FactValues.number(entry.value())
                  .ifPresentOrElse(
                      number -> parameters.put(name, number),
                      () -> problems.add(ProblemCode.FACT_WRONG, entry.place(), name, "a number")));
    }
    return new Dossier(text(map, "subject").orElse(""), own, others, parameters);
  }

  private Facts facts(Tree tree) {
    var facts = new LinkedHashMap<String, List<Fact>>();
    switch (tree) {
      case Tree.Mapping map ->
          map.entries()
              .forEach((key, entry) ->
                  type(key, entry.place())
                      .ifPresent(type -> facts.put(key, attribute(type, entry.value()))));
      case Tree.Items items ->
          items
              .items()
              .forEach(item -> {
                if (item instanceof Tree.Mapping map
                    && map.find("attribute").orElse(null) instanceof Tree.Scalar key) {
                  type(key.text(), key.place())
                      .ifPresent(type ->
                          facts
                              .computeIfAbsent(key.text(), _ -> new ArrayList<>())
                              .addAll(attribute(type, map)));
                } else {
                  problems.add(
                      ProblemCode.FACT_WRONG, item.place(), "facts", "{attribute: …, value: …}");
                }
              });
      case Tree.Scalar scalar ->
          problems.add(ProblemCode.FACT_WRONG, scalar.place(), "facts", "{…}");
    }
    return new Facts(facts);
  }

  private Optional<FactType> type(String key, org.ronghe.rules.source.Place place) {
    var type = types.find(key);
    if (type.isEmpty()) {
      problems.unknown(ProblemCode.FACT_UNKNOWN, place, key, types.keys());
    }
    return type;
  }

  private List<Fact> attribute(FactType type, Tree tree) {
    return switch (tree) {
      case Tree.Items items -> {
        var facts = new ArrayList<Fact>();
        items.items().forEach(item -> facts.addAll(attribute(type, item)));
        yield facts;
      }
      case Tree.Scalar scalar ->
          FactValues.read(type, scalar, null, problems)
              .map(value -> List.of(Fact.undated(type.key(), value)))
              .orElse(List.of());
      case Tree.Mapping map when isYears(map) -> years(type, map);
      case Tree.Mapping map -> item(type, map).map(List::of).orElse(List.of());
    };
  }

  private static boolean isYears(Tree.Mapping map) {
    return !map.entries().isEmpty()
        && map.entries().keySet().stream().allMatch(key -> key.matches("[12][0-9]{3}"));
  }

  private List<Fact> years(FactType type, Tree.Mapping map) {
    var facts = new ArrayList<Fact>();
    map.entries()
        .forEach((year, entry) -> {
          if (entry.value() instanceof Tree.Scalar scalar) {
            FactValues.read(type, scalar, null, problems)
                .ifPresent(
                    value -> facts.add(Fact.ofYear(type.key(), value, Integer.parseInt(year))));
          } else {
            problems.add(ProblemCode.FACT_WRONG, entry.place(), type.key(), "2025: 100");
          }
        });
    return facts;
  }

  private Optional<Fact> item(FactType type, Tree.Mapping map) {
    map.entries()
        .forEach((key, entry) -> {
          if (!ITEM.contains(key)) {
            problems.unknown(ProblemCode.KEY_UNKNOWN, entry.place(), key, ITEM);
          }
        });
    if (!(map.find("value").orElse(null) instanceof Tree.Scalar scalar)) {
      problems.add(ProblemCode.FACT_WRONG, map.place(), type.key(), "value: …");
      return Optional.empty();
    }
    var value = FactValues.read(type, scalar, map.find("part").orElse(null), problems);
    var source = text(map, "source").orElse("");
    var on = day(map, "on");
    var from = day(map, "from");
    var until = day(map, "until").or(() -> day(map, "to"));
    var year = text(map, "year").filter(text -> text.matches("[12][0-9]{3}"));
    if (map.find("year").isPresent() && year.isEmpty()) {
      problems.add(ProblemCode.FACT_WRONG, map.place(), type.key(), "year: 2025");
    }
    boolean dated = on.isPresent() || from.isPresent() || until.isPresent() || year.isPresent();
    var first =
        on.or(() -> year.map(y -> LocalDate.of(Integer.parseInt(y), 1, 1)))
            .or(() -> from)
            .orElse(LocalDate.MIN);
    var last =
        on.or(() -> year.map(y -> LocalDate.of(Integer.parseInt(y), 12, 31)))
            .or(() -> until)
            .orElse(LocalDate.MAX);
    if (last.isBefore(first)) {
      problems.add(ProblemCode.FACT_WRONG, map.place(), type.key(), "from ≤ until");
      return Optional.empty();
    }
    return value.map(v -> new Fact(type.key(), v, first, last, dated, source));
  }

  private Optional<LocalDate> day(Tree.Mapping map, String key) {
    return text(map, key)
        .flatMap(text -> {
          try {
            return Optional.of(LocalDate.parse(text));
          } catch (DateTimeException e) {
            problems.add(ProblemCode.FACT_WRONG, map.place(), key, "2026-04-01");
            return Optional.empty();
          }
        });
  }

  private static Optional<String> text(Tree.Mapping map, String key) {
    return map.find(key)
        .flatMap(tree ->
            tree instanceof Tree.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text())
                : Optional.empty());
  }
}
