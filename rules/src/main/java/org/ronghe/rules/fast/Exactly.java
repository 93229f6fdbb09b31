package org.ronghe.rules.fast;

import org.ronghe.rules.evaluate.ExactNodes;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.link.Node;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.link.Node.Numeric;

/// Asks the explaining evaluator about one node.
final class Exactly {
  private final Node node;

  Exactly(Node node) {
    this.node = node;
  }

  int answer(Frames frames, int firm) {
    return FastCondition.code(ExactNodes.answer((Condition) node, frames.resolver(firm)));
  }

  void number(Frames frames, int firm, Register out) {
    Quantity quantity = ExactNodes.number((Numeric) node, frames.resolver(firm));
    int flags =
        (quantity.doubt().missing() ? Register.MISSING : 0)
            | (quantity.doubt().human() ? Register.HUMAN : 0);
    if (!quantity.asked()) {
      out.notAsked();
    } else if (!quantity.isBounded()) {
      out.unknown(flags);
    } else {
      double low = quantity.value().nearest();
      double high = quantity.greatest().nearest();
      boolean exact =
          FactColumns.exact(low).equals(quantity.value())
              && FactColumns.exact(high).equals(quantity.greatest());
      double error = exact ? 0 : Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
      out.range(low, high, error, flags);
      if (quantity.isKnown()) {
        out.top = quantity.value().numerator().longValue();
        out.bottom = Fractions.bottomOf(quantity.value());
      }
    }
  }
}
