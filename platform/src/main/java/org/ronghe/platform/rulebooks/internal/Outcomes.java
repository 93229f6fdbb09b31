package org.ronghe.platform.rulebooks.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.rules.evaluate.Evaluation.GroupOutcome;
import org.ronghe.rules.evaluate.Evaluation.Outcome;

/// The clauses and groups of an evaluation, out of their tree.
final class Outcomes {
  private Outcomes() {}

  /// All of them by id, in the order of the rulebook.
  static Map<String, Outcome> byId(Outcome root) {
    var all = new LinkedHashMap<String, Outcome>();
    collect(root, all);
    return all;
  }

  private static void collect(Outcome outcome, Map<String, Outcome> all) {
    all.put(outcome.head().id(), outcome);
    if (outcome instanceof GroupOutcome group) {
      group.members().forEach(member -> collect(member, all));
    }
  }
}
