package org.ronghe.rules.link;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.book.Formula;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.language.Comparison;
import org.ronghe.rules.language.Expression;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;

/// Reads what stands behind `where`: tests of an item's `value`.
final class ItemTests {
  private final FactType type;
  private final Formula formula;
  private final Problems problems;

  ItemTests(FactType type, Formula formula, Problems problems) {
    this.type = type;
    this.formula = formula;
    this.problems = problems;
  }

  Optional<ItemTest> read(Expression filter) {
    return switch (filter) {
      case Expression.Compare compare when isValue(compare.left()) -> compare(compare);
      case Expression.Among among when isValue(among.left()) -> among(among.codes());
      case Expression.Junction junction -> {
        var tests = new ArrayList<ItemTest>();
        junction.operands().forEach(operand -> read(operand).ifPresent(tests::add));
        yield tests.size() == junction.operands().size()
            ? Optional.of(new ItemTest.Joined(junction.all(), tests))
            : Optional.empty();
      }
      case Expression.Not not -> read(not.operand()).map(ItemTest.Not::new);
      default -> wrong();
    };
  }

  private static boolean isValue(Expression expression) {
    return expression instanceof Expression.Name name && name.word().equals("value");
  }

  private Optional<ItemTest> compare(Expression.Compare compare) {
    if (compare.right() instanceof Expression.Literal literal) {
      return Optional.of(new ItemTest.Compared(compare.comparison(), literal.value()));
    }
    if (compare.right() instanceof Expression.Name code) {
      var among = among(List.of(code.word()));
      if (compare.comparison() == Comparison.EQUAL) {
        return among;
      }
      if (compare.comparison() == Comparison.DIFFERENT) {
        return among.map(ItemTest.Not::new);
      }
    }
    return wrong();
  }

  private Optional<ItemTest> among(List<String> codes) {
    for (var code : codes) {
      if (!type.codes().isEmpty() && !type.codes().containsKey(code)) {
        problems.unknown(ProblemCode.CODE_UNKNOWN, formula.place(), code, type.codes().keySet());
      }
    }
    return Optional.of(new ItemTest.Among(new LinkedHashSet<>(codes)));
  }

  private Optional<ItemTest> wrong() {
    problems.add(ProblemCode.TYPE_WRONG, formula.place(), formula.text(), "value …");
    return Optional.empty();
  }
}
