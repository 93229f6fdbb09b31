package org.ronghe.rules.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.book.Definition;
import org.ronghe.rules.book.ValueRule;
import org.ronghe.rules.book.ValueRule.Band;
import org.ronghe.rules.book.ValueRule.Points;
import org.ronghe.rules.evaluate.Shown;
import org.ronghe.rules.language.Expression;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;

/// Whether bands cover every number once, points can be reached, and totals add up.
final class ScoreCheck {
  private final Program program;
  private final Library library;
  private final Problems problems;

  ScoreCheck(Program program, Library library, Problems problems) {
    this.program = program;
    this.library = library;
    this.problems = problems;
  }

  void run() {
    for (var value : program.values()) {
      var definition = value.definition();
      switch (definition.rule()) {
        case ValueRule.Banded banded -> {
          if (value.node() instanceof Node.Banded node) {
            bands(definition, banded.bands(), unit(node));
          }
        }
        case ValueRule.Cases cases -> rows(definition, cases);
        case ValueRule.ByCode byCode -> codes(definition, byCode);
        case ValueRule.Computed _, ValueRule.Sum _, ValueRule.Better _ -> {}
      }
      definition.most().ifPresent(most -> total(definition, most));
    }
  }

  /// Edges of a quotient are percentages to a reader.
  private static Unit unit(Node.Banded node) {
    boolean share =
        node.bands().stream()
            .flatMap(
                band -> java.util.stream.Stream.concat(band.low().stream(), band.high().stream()))
            .anyMatch(edge -> !edge.isWhole());
    var unit = node.measure().unit();
    return share && unit.kind() == Unit.Kind.NUMBER ? Unit.PERCENT : unit;
  }

  private static String shown(Exact number, Unit unit) {
    return Shown.number(number, unit, Language.ENGLISH);
  }

  private void bands(Definition definition, List<Band> all, Unit unit) {
    boolean rest = all.stream().anyMatch(b -> b.low().isEmpty() && b.high().isEmpty());
    var bands =
        all.stream()
            .filter(b -> b.low().isPresent() || b.high().isPresent())
            .sorted(Comparator.comparing(Band::low, ScoreCheck::lowEnds))
            .toList();
    if (bands.isEmpty()) {
      return;
    }
    if (!rest) {
      bands
          .getFirst()
          .low()
          .ifPresent(low -> gap(definition, bands.getFirst(), "< " + shown(low, unit)));
      var last = bands.getLast();
      last.high().ifPresent(high -> gap(definition, last, "> " + shown(high, unit)));
    }
    for (int i = 0; i + 1 < bands.size(); i++) {
      meet(definition, bands.get(i), bands.get(i + 1), unit, rest);
    }
  }

  private static int lowEnds(Optional<Exact> a, Optional<Exact> b) {
    return a.isEmpty() || b.isEmpty()
        ? Boolean.compare(a.isPresent(), b.isPresent())
        : a.get().compareTo(b.get());
  }

  private void gap(Definition definition, Band band, String what) {
    problems.add(ProblemCode.BAND_GAP, band.place(), definition.id(), what);
  }

  private void meet(Definition definition, Band lower, Band upper, Unit unit, boolean rest) {
    if (lower.high().isEmpty() || upper.low().isEmpty()) {
      problems.add(
          ProblemCode.BAND_OVERLAP,
          upper.place(),
          definition.id(),
          upper.low().map(low -> "≥ " + shown(low, unit)).orElse("…"));
      return;
    }
    var high = lower.high().get();
    var low = upper.low().get();
    int order = high.compareTo(low);
    if (order > 0 || (order == 0 && lower.highIncluded() && upper.lowIncluded())) {
      problems.add(
          ProblemCode.BAND_OVERLAP,
          upper.place(),
          definition.id(),
          order == 0 ? shown(low, unit) : shown(low, unit) + " … " + shown(high, unit));
    } else if (!rest && (order < 0 || (!lower.highIncluded() && !upper.lowIncluded()))) {
      gap(
          definition,
          upper,
          order == 0 ? shown(low, unit) : shown(high, unit) + " … " + shown(low, unit));
    }
  }

  private void rows(Definition definition, ValueRule.Cases cases) {
    var rows = cases.rows();
    if (rows.isEmpty() || rows.getLast().condition().isPresent()) {
      problems.add(ProblemCode.OTHERWISE_MISSING, definition.place(), definition.id());
    }
    var before = new ArrayList<Expression>();
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      var condition = row.condition().map(formula -> formula.expression());
      if (condition.isEmpty() && i + 1 < rows.size()) {
        unreachable(definition, rows.get(i + 1).place(), "…");
      }
      condition.ifPresent(own -> {
        if (before.stream().anyMatch(earlier -> Implications.holds(own, earlier))) {
          unreachable(
              definition, row.place(), row.condition().map(formula -> formula.text()).orElse(""));
        }
        before.add(own);
      });
    }
  }

  private void unreachable(Definition definition, Place place, String what) {
    problems.add(ProblemCode.POINTS_UNREACHABLE, place, definition.id(), what);
  }

  private void codes(Definition definition, ValueRule.ByCode byCode) {
    if (byCode.otherwise().isPresent()
        || !(byCode.code().expression() instanceof Expression.Name name)) {
      return;
    }
    var input = program.rulebook().inputs().get(name.word());
    if (input != null && input.origin() instanceof org.ronghe.rules.book.Input.Fact fact) {
      library
          .types()
          .find(fact.attribute())
          .ifPresent(type -> {
            var left = new ArrayList<>(type.codes().keySet());
            left.removeAll(byCode.outcomes().keySet());
            if (!left.isEmpty()) {
              problems.add(
                  ProblemCode.CODES_LEFT_OUT,
                  definition.place(),
                  definition.id(),
                  String.join(", ", left));
            }
          });
    }
  }

  /// Compares what a score can reach with its `max`.
  private void total(Definition definition, Exact most) {
    var reach = reach(definition);
    if (reach.isEmpty() || reach.get().equals(most)) {
      return;
    }
    boolean above = reach.get().compareTo(most) > 0;
    boolean sum = definition.rule() instanceof ValueRule.Sum;
    problems.add(
        sum
            ? ProblemCode.TOTAL_WRONG
            : above ? ProblemCode.POINTS_ABOVE : ProblemCode.POINTS_UNREACHABLE,
        definition.place(),
        definition.id(),
        above || sum ? reach.get().plain() : most.plain(),
        most.plain());
  }

  private Optional<Exact> reach(Definition definition) {
    return switch (definition.rule()) {
      case ValueRule.Banded banded ->
          banded.bands().stream().map(band -> band.points().most()).max(Comparator.naturalOrder());
      case ValueRule.Cases cases -> {
        var points = new ArrayList<Exact>();
        for (var row : cases.rows()) {
          if (!(row.outcome() instanceof Points p)) {
            yield Optional.empty();
          }
          points.add(p.most());
        }
        yield points.stream().max(Comparator.naturalOrder());
      }
      case ValueRule.ByCode byCode ->
          java.util.stream.Stream.concat(
                  byCode.outcomes().values().stream(), byCode.otherwise().stream())
              .map(outcome -> outcome instanceof Points p ? p.most() : Exact.ZERO)
              .max(Comparator.naturalOrder());
      case ValueRule.Sum sum -> {
        var total = Exact.ZERO;
        for (var part : sum.parts()) {
          var own = mostOf(part);
          if (own.isEmpty()) {
            yield Optional.empty();
          }
          total = total.plus(own.get());
        }
        var all = total;
        yield Optional.of(sum.cap().filter(cap -> cap.compareTo(all) < 0).orElse(all));
      }
      case ValueRule.Better better -> {
        var options = better.options().stream().map(this::mostOf).toList();
        yield options.stream().anyMatch(Optional::isEmpty)
            ? Optional.empty()
            : options.stream().map(Optional::get).max(Comparator.naturalOrder());
      }
      case ValueRule.Computed _ -> Optional.empty();
    };
  }

  private Optional<Exact> mostOf(String id) {
    return program.findValue(id).flatMap(value -> value.definition().most());
  }
}
