package org.ronghe.rules.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.ronghe.rules.book.Definition;
import org.ronghe.rules.book.ValueRule;
import org.ronghe.rules.book.ValueRule.Points;
import org.ronghe.rules.evaluate.Gap.Change;
import org.ronghe.rules.evaluate.Gap.Kind;
import org.ronghe.rules.language.Comparison;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.link.Node.Numeric;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Words;

/// Ways to more points: which indicators have to reach which step.
final class ScoreWays {
  private static final int MOST_PARTS = 3;

  private final Program program;
  private final Situation situation;
  private final Levers levers;

  ScoreWays(Program program, Situation situation, Levers levers) {
    this.program = program;
    this.situation = situation;
    this.levers = levers;
  }

  /// One indicator lifted to a step.
  ///
  /// @param branch the part of the sum it belongs to: only one of a branch counts
  private record Lift(Program.Value part, String branch, Exact target, Exact gain, Change change) {}

  /// Adds the ways for a condition such as `total >= 60`, where the total is a sum that lies below.
  void of(Condition condition, List<List<Change>> ways) {
    if (!(condition instanceof Node.Compare compare)
        || (compare.comparison() != Comparison.AT_LEAST && compare.comparison() != Comparison.MORE)
        || !(compare.left() instanceof Node.Named named)
        || !(compare.right() instanceof Node.Constant constant)) {
      return;
    }
    var total = program.findValue(named.id());
    var points = situation.evaluator().number(compare.left());
    if (total.isEmpty()
        || !(total.get().definition().rule() instanceof ValueRule.Sum)
        || !points.isBounded()) {
      return;
    }
    var wanted = constant.value().minus(points.value());
    boolean more = compare.comparison() == Comparison.MORE;
    var lifts = new ArrayList<Lift>();
    for (var part : total.get().parts()) {
      program.findValue(part).ifPresent(value -> lifts(value, part, Exact.ZERO, false, lifts));
    }
    choose(lifts, 0, List.of(), wanted, more, ways);
  }

  /// @param floor points its branch has already, which a lift must exceed to gain
  private void lifts(
      Program.Value value, String branch, Exact floor, boolean better, List<Lift> lifts) {
    switch (value.definition().rule()) {
      case ValueRule.Sum sum ->
          sum.parts()
              .forEach(part ->
                  program
                      .findValue(part)
                      .ifPresent(inner -> lifts(inner, part, Exact.ZERO, false, lifts)));
      case ValueRule.Better options -> {
        var now = current(value);
        options
            .options()
            .forEach(option ->
                program
                    .findValue(option)
                    .ifPresent(inner -> lifts(inner, branch, now, true, lifts)));
      }
      case ValueRule.Banded _, ValueRule.Cases _, ValueRule.ByCode _, ValueRule.Computed _ ->
          steps(value, branch, better ? floor : current(value), lifts);
    }
  }

  private Exact current(Program.Value value) {
    var points = situation.evaluator().content(Inputs.named(program.id(), value));
    return points instanceof Quantity quantity && quantity.isBounded()
        ? quantity.value()
        : Exact.ZERO;
  }

  private void steps(Program.Value value, String branch, Exact floor, List<Lift> lifts) {
    for (var target : targets(value.definition())) {
      if (target.compareTo(floor) > 0 && value.node() instanceof Numeric numeric) {
        var found = levers.of(numeric, evaluator -> reaches(evaluator, numeric, target));
        if (!found.isEmpty()) {
          var change =
              new Change(
                  value.definition().id(),
                  text(value.definition(), target),
                  Kind.CHANGE,
                  found,
                  Optional.empty(),
                  Optional.empty());
          lifts.add(new Lift(value, branch, target, target.minus(floor), change));
        }
      }
    }
  }

  private static boolean reaches(Evaluator evaluator, Numeric numeric, Exact target) {
    var points = evaluator.number(numeric);
    return points.isBounded() && points.value().compareTo(target) >= 0;
  }

  private static Words text(Definition definition, Exact target) {
    var name = definition.label().name();
    return new Words(
        name.zh() + "：达到 " + target.plain() + " 分", name.en() + ": reach " + target.plain());
  }

  private static List<Exact> targets(Definition definition) {
    var targets = new TreeSet<Exact>();
    switch (definition.rule()) {
      case ValueRule.Banded banded ->
          banded.bands().forEach(band -> targets.add(band.points().least()));
      case ValueRule.Cases cases ->
          cases
              .rows()
              .forEach(row -> {
                if (row.outcome() instanceof Points points) {
                  targets.add(points.least());
                }
              });
      case ValueRule.ByCode byCode ->
          byCode
              .outcomes()
              .values()
              .forEach(outcome -> {
                if (outcome instanceof Points points) {
                  targets.add(points.least());
                }
              });
      case ValueRule.Computed _, ValueRule.Sum _, ValueRule.Better _ ->
          definition.most().ifPresent(targets::add);
    }
    return List.copyOf(targets);
  }

  /// All sets of lifts that gain enough and of which none can be left out or be less.
  private static void choose(
      List<Lift> lifts,
      int from,
      List<Lift> chosen,
      Exact wanted,
      boolean more,
      List<List<Change>> ways) {
    for (int i = from; i < lifts.size(); i++) {
      var lift = lifts.get(i);
      if (chosen.stream().anyMatch(other -> other.branch().equals(lift.branch()))) {
        continue;
      }
      var with = new ArrayList<>(chosen);
      with.add(lift);
      if (isEnough(with, wanted, more)) {
        if (isTight(with, lifts, wanted, more)) {
          ways.add(with.stream().map(Lift::change).toList());
        }
      } else if (with.size() < MOST_PARTS) {
        choose(lifts, i + 1, with, wanted, more, ways);
      }
    }
  }

  private static boolean isEnough(List<Lift> lifts, Exact wanted, boolean more) {
    var gain = Exact.ZERO;
    for (var lift : lifts) {
      gain = gain.plus(lift.gain());
    }
    return more ? gain.compareTo(wanted) > 0 : gain.compareTo(wanted) >= 0;
  }

  /// Whether no lift can be left out, or replaced by a lower step of the same indicator.
  private static boolean isTight(List<Lift> chosen, List<Lift> all, Exact wanted, boolean more) {
    for (var lift : chosen) {
      var others = new ArrayList<>(chosen);
      others.remove(lift);
      if (isEnough(others, wanted, more)) {
        return false;
      }
      for (var lower : all) {
        if (lower.part().index() == lift.part().index()
            && lower.target().compareTo(lift.target()) < 0) {
          var less = new ArrayList<>(others);
          less.add(lower);
          if (isEnough(less, wanted, more)) {
            return false;
          }
        }
      }
    }
    return true;
  }
}
