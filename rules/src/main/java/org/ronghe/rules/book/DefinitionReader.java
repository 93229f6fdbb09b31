package org.ronghe.rules.book;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.rules.book.Definition.Label;
import org.ronghe.rules.book.ValueRule.Band;
import org.ronghe.rules.book.ValueRule.Outcome;
import org.ronghe.rules.book.ValueRule.Points;
import org.ronghe.rules.book.ValueRule.Rounding;
import org.ronghe.rules.book.ValueRule.Row;
import org.ronghe.rules.language.Expression.Literal;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Tree;

/// Reads `define` and `score`: values by id, nested ones first.
final class DefinitionReader {
  private final Map<String, Definition> all;

  DefinitionReader(Map<String, Definition> all) {
    this.all = all;
  }

  void read(String id, Fields fields, boolean score) {
    var label =
        new Label(
            score ? fields.words("name") : fields.findWords("name"),
            fields.findText("source").orElse(""),
            fields.findWords("note"),
            fields.texts("evidence"),
            fields.findWords("unconfirmed"));
    var most = fields.findAmount("max").map(Literal::value);
    if (score && most.isEmpty()) {
      fields.missing("max");
    }
    var rule = rule(id, fields, score);
    var unit = fields.findText("unit").orElse(score ? "point" : "");
    fields.close();
    if (rule.isPresent()
        && all.putIfAbsent(id, new Definition(id, fields.place(), label, rule.get(), unit, most))
            != null) {
      fields.problems().add(ProblemCode.ID_TWICE, fields.place(), id);
    }
  }

  private Optional<ValueRule> rule(String id, Fields fields, boolean score) {
    if (fields.has("parts")) {
      return Optional.of(
          new ValueRule.Sum(
              nested("parts", fields, score), fields.findAmount("cap").map(Literal::value)));
    }
    if (fields.has("better-of")) {
      return Optional.of(new ValueRule.Better(nested("better-of", fields, score)));
    }
    if (fields.has("bands")) {
      var measure = fields.findFormula("measure");
      if (!fields.has("measure")) {
        fields.missing("measure");
      }
      var bands = bands(fields);
      return measure.map(formula -> new ValueRule.Banded(formula, bands));
    }
    if (fields.has("rows")) {
      return Optional.of(new ValueRule.Cases(rows(fields), rounding(fields)));
    }
    if (fields.has("by")) {
      return byCode(fields);
    }
    if (fields.has("value")) {
      var rounding = rounding(fields);
      return fields.findFormula("value").map(formula -> new ValueRule.Computed(formula, rounding));
    }
    fields.problems().add(ProblemCode.RULE_MISSING, fields.place(), id);
    return Optional.empty();
  }

  private List<String> nested(String key, Fields fields, boolean score) {
    var ids = new ArrayList<String>();
    for (var item : fields.list(key)) {
      if (item instanceof Tree.Scalar scalar && !scalar.isNull()) {
        ids.add(scalar.text().strip());
      } else if (item instanceof Tree.Mapping map) {
        var part = new Fields(map, fields.problems());
        var id = part.text("id");
        if (!id.isEmpty()) {
          read(id, part, score);
          ids.add(id);
        }
      } else {
        fields.problems().add(ProblemCode.VALUE_WRONG, item.place(), key, "{id: …}");
      }
    }
    return ids;
  }

  private static List<Row> rows(Fields fields) {
    var rows = new ArrayList<Row>();
    for (var row : fields.each("rows")) {
      boolean otherwise = row.has("otherwise");
      var condition = row.findFormula("if");
      if (otherwise == row.has("if")) {
        row.problems().add(ProblemCode.VALUE_WRONG, row.place(), "rows", "if | otherwise");
      }
      var outcome = outcome(row);
      row.close();
      if (outcome.isPresent() && (otherwise || condition.isPresent())) {
        rows.add(new Row(row.place(), otherwise ? Optional.empty() : condition, outcome.get()));
      }
    }
    return rows;
  }

  private static Optional<Outcome> outcome(Fields row) {
    if (row.has("points")) {
      return points(row).map(Outcome.class::cast);
    }
    if (row.has("code")) {
      return Optional.of(new ValueRule.Word(row.text("code")));
    }
    if (row.has("value")) {
      return row.findFormula("value").map(ValueRule.Worth::new);
    }
    row.problems().add(ProblemCode.VALUE_WRONG, row.place(), "rows", "points, value, code");
    return Optional.empty();
  }

  /// `points: 20`, or `points: [7, 8]` where a person chooses between the two.
  private static Optional<Points> points(Fields row) {
    return row.take("points").flatMap(tree -> points(row, tree));
  }

  private static Optional<Points> points(Fields row, Tree tree) {
    if (tree instanceof Tree.Items items && items.items().size() == 2) {
      var least = row.amount("points", items.items().getFirst());
      var most = row.amount("points", items.items().getLast());
      if (least.isPresent() && most.isPresent()) {
        return Optional.of(new Points(least.get().value(), most.get().value()));
      }
      return Optional.empty();
    }
    return row.amount("points", tree).map(number -> new Points(number.value(), number.value()));
  }

  private static Optional<ValueRule> byCode(Fields fields) {
    var code = fields.findFormula("by");
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    Optional<Outcome> otherwise = Optional.empty();
    for (var entry : fields.entries("points").entrySet()) {
      var points = points(fields, entry.getValue());
      if (entry.getKey().equals("otherwise")) {
        otherwise = points.map(Outcome.class::cast);
      } else {
        points.ifPresent(p -> outcomes.put(entry.getKey(), p));
      }
    }
    if (outcomes.isEmpty()) {
      fields.missing("points");
    }
    var rest = otherwise;
    return code.map(formula -> new ValueRule.ByCode(formula, outcomes, rest));
  }

  private static List<Band> bands(Fields fields) {
    var bands = new ArrayList<Band>();
    for (var band : fields.each("bands")) {
      var from = edge(band, "from");
      var over = edge(band, "over");
      var to = edge(band, "to");
      var below = edge(band, "below");
      boolean otherwise = band.has("otherwise");
      boolean none = from.isEmpty() && over.isEmpty() && to.isEmpty() && below.isEmpty();
      if ((from.isPresent() && over.isPresent())
          || (to.isPresent() && below.isPresent())
          || none != otherwise) {
        band.problems()
            .add(ProblemCode.VALUE_WRONG, band.place(), "bands", "from | over, to | below");
      }
      var points = points(band);
      if (!band.has("points")) {
        band.missing("points");
      }
      band.close();
      points.ifPresent(p ->
          bands.add(
              new Band(
                  band.place(),
                  from.or(() -> over),
                  from.isPresent(),
                  to.or(() -> below),
                  to.isPresent(),
                  p)));
    }
    return BandEdges.completed(bands);
  }

  private static Optional<Exact> edge(Fields band, String key) {
    return band.findAmount(key).map(Literal::value);
  }

  private static Optional<Rounding> rounding(Fields fields) {
    return fields
        .findFields("round")
        .flatMap(round -> {
          var step = round.findAmount("to").map(Literal::value);
          if (step.isEmpty() || step.get().signum() <= 0) {
            round.missing("to");
          }
          var mode =
              switch (round.text("mode")) {
                case "half-up" -> RoundingMode.HALF_UP;
                case "down" -> RoundingMode.FLOOR;
                case "up" -> RoundingMode.CEILING;
                default -> {
                  round.wrong("mode", "half-up, down, up");
                  yield RoundingMode.HALF_UP;
                }
              };
          round.close();
          return step.filter(s -> s.signum() > 0).map(s -> new Rounding(s, mode));
        });
  }
}
