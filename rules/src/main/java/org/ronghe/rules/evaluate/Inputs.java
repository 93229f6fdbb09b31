package org.ronghe.rules.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.evaluate.Evaluation.InputOutcome;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.link.Slot;

/// What was asked, told by the names of the rulebook.
final class Inputs {
  private Inputs() {}

  static Node named(String program, Program.Value value) {
    var id = value.definition().id();
    return switch (value.node()) {
      case Node.Numeric numeric -> new Node.Named(program, value.index(), id, numeric);
      case Node.Condition condition ->
          new Node.NamedCondition(program, value.index(), id, condition);
      case Node.Code code -> new Node.NamedCode(program, value.index(), id, code);
    };
  }

  /// One line for each question, in the order of the rulebook's inputs and of the questions.
  static List<InputOutcome> outcomes(Program program, Collection<Resolved> asked) {
    var lines = new ArrayList<InputOutcome>();
    var rest = new LinkedHashMap<Integer, Resolved>();
    asked.forEach(resolved -> rest.put(resolved.slot().index(), resolved));
    for (var input : program.rulebook().inputs().values()) {
      for (var resolved : List.copyOf(rest.values())) {
        if (asks(input, resolved.slot())) {
          lines.add(
              new InputOutcome(
                  input, resolved.content(), resolved.slot().unit(), resolved.facts()));
        }
      }
    }
    return lines;
  }

  private static boolean asks(Input input, Slot slot) {
    return switch (slot.asked()) {
      case Slot.Single single ->
          input.origin() instanceof Input.Fact fact && fact.equals(single.fact());
      case Slot.Count count ->
          input.origin() instanceof Input.Fact fact && fact.equals(count.fact());
      case Slot.Parameter parameter ->
          input.origin() instanceof Input.Parameter && input.name().equals(parameter.name());
      case Slot.Grouped grouped -> grouped.grouped().equals(input.origin());
      case Slot.Clock _ -> false;
    };
  }
}
