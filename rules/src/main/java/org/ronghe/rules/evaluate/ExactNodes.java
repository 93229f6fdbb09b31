package org.ronghe.rules.evaluate;

import java.util.function.Function;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Slot;

/// Single nodes worked out exactly, for evaluators that cannot do it themselves.
public final class ExactNodes {
  private ExactNodes() {}

  public static Answer answer(Node.Condition condition, Function<Slot, Resolved> facts) {
    return new Evaluator(facts).answer(condition);
  }

  public static Quantity number(Node.Numeric number, Function<Slot, Resolved> facts) {
    return new Evaluator(facts).number(number);
  }
}
