package org.ronghe.platform.facts.internal;

import java.util.LinkedHashMap;
import java.util.Set;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Texts;
import org.ronghe.platform.web.Saying;

/// Turns a problem with what was entered into what a form shows beside its controls.
final class InputFaults {
  private InputFaults() {}

  /// What a form can show: everything that its reader can put right in it.
  static boolean canBeShown(NodeProblem problem) {
    return switch (problem.code()) {
      case INPUT_INVALID, CONFLICT, TOO_LARGE, TYPE_UNSUPPORTED -> true;
      default -> false;
    };
  }

  /// The form with what is wrong.
  ///
  /// @param controls the names of the form's controls; what is wrong with anything else is shown
  ///   above it
  /// @throws NodeProblem the same, if a form cannot show it
  static Input shown(NodeProblem problem, Input input, Texts texts, Set<String> controls) {
    if (!canBeShown(problem)) {
      throw problem;
    }
    var faults = new LinkedHashMap<String, String>();
    problem
        .fields()
        .forEach((field, words) -> {
          String control = controls.contains(field) ? field : Input.WHOLE;
          faults.merge(control, sentence(words, texts), (one, other) -> one + " " + other);
        });
    if (faults.isEmpty()) {
      String key = "problem." + problem.code().code() + ".detail";
      boolean file =
          problem.code() == ProblemCode.TOO_LARGE || problem.code() == ProblemCode.TYPE_UNSUPPORTED;
      faults.put(
          file && controls.contains("file") ? "file" : Input.WHOLE,
          texts.text(
              key,
              problem.arguments().stream().map(value -> Saying.resolved(value, texts)).toArray()));
    }
    return input.withFaults(faults);
  }

  /// A fault's words as a sentence: key, found and expected, or a sentence already.
  static String sentence(String words, Texts texts) {
    String key = words.split(Fault.SEPARATOR, -1)[0];
    return texts.has(key) ? Fault.said(words, texts) : words;
  }
}
