package org.ronghe.platform.registry.internal;

import java.util.List;
import org.ronghe.platform.web.View;

/// A preferred plan, being chosen or published.
public record PlanPage(View view, Plan plan, List<Plan.Candidate> candidates) {
  public PlanPage {
    candidates = List.copyOf(candidates);
  }

  /// Its address.
  public String href() {
    return "/plans/" + plan.id();
  }

  /// Whether the reader chooses here.
  public boolean chooses() {
    return plan.published() == null && view.actor().writesAll();
  }

  /// The tone of a standing's tag.
  public static String tone(String standing) {
    return switch (standing) {
      case "chosen" -> "good";
      case "passed" -> "";
      default -> "doubt";
    };
  }
}
