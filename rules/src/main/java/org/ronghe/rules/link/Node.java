package org.ronghe.rules.link;

import java.math.RoundingMode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ronghe.rules.book.ValueRule.Band;
import org.ronghe.rules.language.Comparison;
import org.ronghe.rules.language.Expression;
import org.ronghe.rules.language.Expression.SpanUnit;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.number.Exact;

/// A formula or condition whose names are resolved; both evaluators walk these.
public sealed interface Node {

  /// Gives a number, or a range of numbers.
  sealed interface Numeric extends Node {
    Unit unit();
  }

  record Constant(Exact value, Unit unit) implements Numeric {}

  /// Points a person chooses between.
  record Range(Exact least, Exact most, Unit unit) implements Numeric {}

  /// What a slot holds.
  ///
  /// @param input its name in the rulebook
  record Read(Slot slot, String input) implements Numeric {
    @Override
    public Unit unit() {
      return slot.unit();
    }
  }

  /// Calculation with two operands.
  ///
  /// @param operator one of `+ - * /`
  record Arithmetic(char operator, Numeric left, Numeric right, Unit unit) implements Numeric {}

  /// Several numbers as one; those of years that are not asked for are left out.
  record Fold(How how, List<Numeric> operands, Unit unit) implements Numeric {
    public Fold {
      operands = List.copyOf(operands);
    }
  }

  /// How several numbers become one.
  enum How {
    SUM,
    MEAN,
    LEAST,
    GREATEST
  }

  record Rounded(Numeric operand, Exact step, RoundingMode mode) implements Numeric {
    @Override
    public Unit unit() {
      return operand.unit();
    }
  }

  /// Compound yearly growth.
  record Cagr(Numeric first, Numeric last, int years) implements Numeric {
    @Override
    public Unit unit() {
      return Unit.PERCENT;
    }
  }

  /// Full years, or days, from one day to another.
  record Between(Numeric from, Numeric to, boolean years) implements Numeric {
    @Override
    public Unit unit() {
      return years ? Unit.YEARS : Unit.DAYS;
    }
  }

  /// A day moved by a span.
  record Shifted(Numeric day, int amount, SpanUnit span) implements Numeric {
    @Override
    public Unit unit() {
      return Unit.DATE;
    }
  }

  /// The number of a day's year.
  record YearOf(Numeric day) implements Numeric {
    @Override
    public Unit unit() {
      return Unit.NUMBER;
    }
  }

  record Banded(Numeric measure, List<Band> bands, Unit unit) implements Numeric {
    public Banded {
      bands = List.copyOf(bands);
    }
  }

  /// The first option whose condition holds.
  record Choice(List<Option> options, Unit unit) implements Numeric {
    public Choice {
      options = List.copyOf(options);
    }
  }

  /// One option.
  ///
  /// @param condition nothing for "otherwise"
  record Option(Optional<Condition> condition, Numeric value) {}

  /// By code; a code without a value gives none, which conditions guard by `has`.
  record ByCode(Code code, Map<String, Numeric> values, Optional<Numeric> otherwise, Unit unit)
      implements Numeric {
    public ByCode {
      values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }
  }

  /// How many conditions hold.
  record Tally(List<Condition> conditions) implements Numeric {
    public Tally {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Unit unit() {
      return Unit.NUMBER;
    }
  }

  /// The first of two if it is known, else the second.
  record FirstKnown(Numeric first, Numeric second) implements Numeric {
    @Override
    public Unit unit() {
      return first.unit();
    }
  }

  /// A value of the rulebook, worked out once.
  ///
  /// @param program id of the rulebook it belongs to
  /// @param index its place among the values of that rulebook
  record Named(String program, int index, String id, Numeric node) implements Numeric {
    @Override
    public Unit unit() {
      return node.unit();
    }
  }

  /// Gives one of the four answers.
  sealed interface Condition extends Node {}

  /// Comparison of two numbers.
  ///
  /// @param leftText the left side as written
  /// @param rightText the right side as written
  record Compare(
      Comparison comparison, Numeric left, Numeric right, Expression leftText, Expression rightText)
      implements Condition {}

  /// At least so many of several conditions.
  record Junction(int least, List<Condition> operands) implements Condition {
    public Junction {
      operands = List.copyOf(operands);
    }
  }

  record Not(Condition operand) implements Condition {}

  record Flag(Slot slot, String input) implements Condition {}

  record Among(Code code, Set<String> codes) implements Condition {
    public Among {
      codes = Collections.unmodifiableSet(new TreeSet<>(codes));
    }
  }

  record Fixed(boolean holds) implements Condition {}

  /// Whether a number is known.
  record Known(Numeric operand) implements Condition {}

  record NamedCondition(String program, int index, String id, Condition node)
      implements Condition {}

  /// Gives a word.
  sealed interface Code extends Node {}

  record ReadCode(Slot slot, String input) implements Code {}

  record CodeChoice(List<CodeOption> options) implements Code {
    public CodeChoice {
      options = List.copyOf(options);
    }
  }

  /// One option.
  ///
  /// @param condition nothing for "otherwise"
  record CodeOption(Optional<Condition> condition, String code) {}

  record NamedCode(String program, int index, String id, Code node) implements Code {}
}
