package org.ronghe.platform.rulebooks.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Evaluated;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.evaluate.Content;
import org.ronghe.rules.evaluate.Evaluation.ClauseOutcome;
import org.ronghe.rules.evaluate.Evaluation.GroupOutcome;
import org.ronghe.rules.evaluate.Evaluation.Measure;
import org.ronghe.rules.evaluate.Evaluation.Outcome;
import org.ronghe.rules.evaluate.Gap;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.language.Expression;
import org.ronghe.rules.number.Exact;

/// Where clauses turn: the numbers that inputs are compared with, and those they would have to
/// become, by attribute.
final class Edges {
  private final Map<String, String> attributes = new TreeMap<>();
  private final Map<String, List<Exact>> edges = new TreeMap<>();

  private Edges(Map<String, Input> inputs) {
    inputs.forEach((name, input) -> {
      if (input.origin() instanceof Input.Fact fact && fact.via().isEmpty()) {
        attributes.put(name, fact.attribute());
      }
    });
  }

  static Map<String, List<Exact>> of(Evaluated evaluated, List<Gap> gaps) {
    var edges = new Edges(evaluated.title().program().rulebook().inputs());
    edges.collect(evaluated.evaluation().requires());
    for (Gap gap : gaps) {
      for (Gap.Change change : gap.changes()) {
        change.levers().forEach(lever -> edges.add(lever.input(), lever.to()));
      }
    }
    return edges.edges;
  }

  private void collect(Outcome outcome) {
    switch (outcome) {
      case GroupOutcome group -> group.members().forEach(this::collect);
      case ClauseOutcome clause -> clause.measures().forEach(this::add);
    }
  }

  private void add(Measure measure) {
    if (measure.left() instanceof Expression.Name name) {
      add(name.word(), measure.threshold());
    }
    if (measure.right() instanceof Expression.Name name) {
      add(name.word(), measure.value());
    }
  }

  private void add(String input, Content content) {
    String attribute = attributes.get(input);
    if (attribute != null && content instanceof Quantity quantity && quantity.isKnown()) {
      edges.computeIfAbsent(attribute, _ -> new ArrayList<>()).add(quantity.value());
    }
  }
}
