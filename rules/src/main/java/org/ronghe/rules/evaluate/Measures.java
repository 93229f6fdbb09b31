package org.ronghe.rules.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.evaluate.Evaluation.Measure;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.number.Exact;

/// The comparisons a condition rests on, with their distances.
final class Measures {
  private final Evaluator evaluator;
  private final List<Measure> found = new ArrayList<>();

  private Measures(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  static List<Measure> of(Condition condition, Evaluator evaluator, boolean opposite) {
    var measures = new Measures(evaluator);
    measures.collect(condition, opposite);
    return measures.found;
  }

  private void collect(Condition condition, boolean opposite) {
    switch (condition) {
      case Node.Compare compare -> found.add(measure(compare, opposite));
      case Node.Junction junction ->
          junction.operands().forEach(operand -> collect(operand, opposite));
      case Node.Not not -> collect(not.operand(), !opposite);
      case Node.NamedCondition named -> collect(named.node(), opposite);
      case Node.Flag _, Node.Among _, Node.Fixed _, Node.Known _ -> {}
    }
  }

  private Measure measure(Node.Compare compare, boolean opposite) {
    var comparison = opposite ? compare.comparison().opposite() : compare.comparison();
    var left = evaluator.number(compare.left());
    var right = evaluator.number(compare.right());
    var answer = left.compare(comparison, right);
    Optional<Exact> distance =
        answer == Answer.NOT_MET && left.isKnown() && right.isKnown()
            ? Optional.of(right.value().minus(left.value()))
            : Optional.empty();
    return new Measure(
        compare.leftText(),
        left,
        comparison,
        compare.rightText(),
        right,
        unit(compare),
        answer,
        distance);
  }

  private static Unit unit(Node.Compare compare) {
    var left = compare.left().unit();
    var right = compare.right().unit();
    return left.kind() == Unit.Kind.NUMBER && right.kind() == Unit.Kind.PERCENT
        ? right
        : left.word().isEmpty() && left.kind() == right.kind() ? right : left;
  }
}
