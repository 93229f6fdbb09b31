package org.ronghe.platform.registry.internal;

import java.util.List;
import org.ronghe.platform.web.View;

/// What the reader is asked to evaluate.
public record EvaluationList(View view, List<Evaluation> evaluations) {
  public EvaluationList {
    evaluations = List.copyOf(evaluations);
  }

  /// The tone of a state's tag.
  public static String tone(String state) {
    return switch (state) {
      case "asked" -> "doubt";
      case "accepted" -> "accent";
      case "finished" -> "good";
      default -> "";
    };
  }
}
