package org.ronghe.rules.check;

import org.ronghe.rules.language.Comparison;
import org.ronghe.rules.language.Expression;
import org.ronghe.rules.language.Expression.Compare;
import org.ronghe.rules.language.Expression.Junction;
import org.ronghe.rules.language.Expression.Literal;

/// Whether one condition cannot hold without another: as far as comparisons of the same thing with
/// numbers show it.
final class Implications {
  private Implications() {}

  /// Whether `then` holds wherever `condition` does. False where it cannot be shown.
  static boolean holds(Expression condition, Expression then) {
    if (condition.equals(then)) {
      return true;
    }
    if (condition instanceof Junction junction) {
      return junction.all()
          ? junction.operands().stream().anyMatch(part -> holds(part, then))
              || allOf(condition, then)
          : junction.operands().stream().allMatch(part -> holds(part, then));
    }
    return allOf(condition, then)
        || (condition instanceof Compare own
            && then instanceof Compare other
            && compare(own, other));
  }

  private static boolean allOf(Expression condition, Expression then) {
    if (!(then instanceof Junction junction)) {
      return false;
    }
    return junction.all()
        ? junction.operands().stream().allMatch(part -> holds(condition, part))
        : junction.operands().stream().anyMatch(part -> holds(condition, part));
  }

  private static boolean compare(Compare own, Compare other) {
    if (!own.left().equals(other.left())
        || !(own.right() instanceof Literal a)
        || !(other.right() instanceof Literal b)) {
      return false;
    }
    int order = a.value().compareTo(b.value());
    return switch (other.comparison()) {
      case AT_LEAST ->
          switch (own.comparison()) {
            case AT_LEAST, EQUAL, MORE -> order >= 0;
            case LESS, AT_MOST, DIFFERENT -> false;
          };
      case MORE ->
          switch (own.comparison()) {
            case AT_LEAST, EQUAL -> order > 0;
            case MORE -> order >= 0;
            case LESS, AT_MOST, DIFFERENT -> false;
          };
      case AT_MOST ->
          switch (own.comparison()) {
            case AT_MOST, EQUAL, LESS -> order <= 0;
            case MORE, AT_LEAST, DIFFERENT -> false;
          };
      case LESS ->
          switch (own.comparison()) {
            case AT_MOST, EQUAL -> order < 0;
            case LESS -> order <= 0;
            case MORE, AT_LEAST, DIFFERENT -> false;
          };
      case EQUAL -> own.comparison() == Comparison.EQUAL && order == 0;
      case DIFFERENT -> own.comparison() == Comparison.DIFFERENT && order == 0;
    };
  }
}
