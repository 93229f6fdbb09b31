package org.ronghe.rules.link;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.language.Comparison;
import org.ronghe.rules.number.Exact;

/// What an item's value must be to count.
public sealed interface ItemTest {
  boolean passes(FactValue value);

  /// Every item.
  record Any() implements ItemTest {
    @Override
    public boolean passes(FactValue value) {
      return true;
    }
  }

  /// A number compared.
  record Compared(Comparison comparison, Exact with) implements ItemTest {
    @Override
    public boolean passes(FactValue value) {
      return switch (value) {
        case FactValue.Figure figure -> comparison.holds(figure.number().compareTo(with));
        case FactValue.Money money -> comparison.holds(money.amountMinor().compareTo(with));
        case FactValue.Holding holding -> comparison.holds(holding.part().compareTo(with));
        case FactValue.Flag _,
            FactValue.Day _,
            FactValue.Text _,
            FactValue.Reference _,
            FactValue.Unknown _ ->
            false;
      };
    }
  }

  /// One of several codes.
  record Among(Set<String> codes) implements ItemTest {
    public Among {
      codes = java.util.Collections.unmodifiableSet(new TreeSet<>(codes));
    }

    @Override
    public boolean passes(FactValue value) {
      return value instanceof FactValue.Text text && codes.contains(text.text());
    }
  }

  /// All or any of several tests.
  record Joined(boolean all, List<ItemTest> tests) implements ItemTest {
    public Joined {
      tests = List.copyOf(tests);
    }

    @Override
    public boolean passes(FactValue value) {
      return all
          ? tests.stream().allMatch(test -> test.passes(value))
          : tests.stream().anyMatch(test -> test.passes(value));
    }
  }

  /// The opposite.
  record Not(ItemTest test) implements ItemTest {
    @Override
    public boolean passes(FactValue value) {
      return !test.passes(value);
    }
  }
}
