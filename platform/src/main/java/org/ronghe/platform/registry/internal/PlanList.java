package org.ronghe.platform.registry.internal;

import java.util.List;
import org.ronghe.platform.web.View;

/// The preferred plans that the reader may see.
public record PlanList(View view, List<Plan> plans, String year) {
  public PlanList {
    plans = List.copyOf(plans);
  }
}
