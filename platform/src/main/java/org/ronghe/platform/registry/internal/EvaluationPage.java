package org.ronghe.platform.registry.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.View;

/// An evaluation being given, or read.
///
/// @param lines the achievement's form; empty before the evaluator said that they are free
/// @param answers what stands in the form
/// @param faults what is wrong, by control
public record EvaluationPage(
    View view,
    Evaluation evaluation,
    List<FormWords.Line> lines,
    Map<String, String> answers,
    Map<String, String> faults) {
  public EvaluationPage {
    lines = List.copyOf(lines);
    answers = Map.copyOf(answers);
    faults = Map.copyOf(faults);
  }

  /// Its address.
  public String href() {
    return "/evaluations/" + evaluation.id();
  }

  /// What stands in a control.
  public String value(String control) {
    return answers.getOrDefault(control, "");
  }

  /// What is wrong with a control; null where nothing is.
  public @Nullable String fault(String control) {
    return faults.get(control);
  }

  /// Whether the reader is the one who evaluates.
  public boolean own() {
    Long account = view.actor().account();
    return account != null && account == evaluation.evaluator().account();
  }

  /// Whether something has to be said of a dimension.
  public boolean needed(String dimension) {
    return Evaluation.needed(evaluation.workClass()).contains(dimension);
  }
}
