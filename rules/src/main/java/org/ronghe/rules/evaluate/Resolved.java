package org.ronghe.rules.evaluate;

import java.util.List;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.link.Slot;

/// What the facts answered to one question.
///
/// @param facts those the answer rests on
public record Resolved(Slot slot, Content content, List<Fact> facts) {
  public Resolved {
    facts = List.copyOf(facts);
  }
}
