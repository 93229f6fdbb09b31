package org.ronghe.rules.language;

import java.time.LocalDate;
import java.util.List;
import org.ronghe.rules.number.Exact;

/// A condition or formula as written, before its names mean anything.
public sealed interface Expression {
  /// A number with its unit; money in the smallest unit of its currency.
  record Literal(Exact value, Unit unit) implements Expression {}

  /// A day.
  record Day(LocalDate date) implements Expression {}

  /// A span of time, to be added to a day.
  record Span(int amount, SpanUnit unit) implements Expression {}

  /// True or false.
  record Truth(boolean value) implements Expression {}

  /// An input, a defined value, a score, or a code beside one.
  record Name(String word) implements Expression {}

  /// A column of a table, in the row of the firm.
  record Cell(String table, String column) implements Expression {}

  /// A function.
  record Call(String function, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// How many items of an input pass a filter.
  record CountWhere(String input, Expression filter) implements Expression {}

  /// Calculation with two operands.
  record Binary(char operator, Expression left, Expression right) implements Expression {}

  /// A number with the opposite sign.
  record Negative(Expression operand) implements Expression {}

  /// Comparison.
  record Compare(Comparison comparison, Expression left, Expression right) implements Expression {}

  /// Whether a code is one of a list.
  record Among(Expression left, List<String> codes) implements Expression {
    public Among {
      codes = List.copyOf(codes);
    }
  }

  /// All or any of several conditions.
  record Junction(boolean all, List<Expression> operands) implements Expression {
    public Junction {
      operands = List.copyOf(operands);
    }
  }

  /// The opposite.
  record Not(Expression operand) implements Expression {}

  /// Units of spans.
  enum SpanUnit {
    DAYS,
    MONTHS,
    YEARS
  }
}
