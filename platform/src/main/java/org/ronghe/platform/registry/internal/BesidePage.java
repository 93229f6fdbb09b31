package org.ronghe.platform.registry.internal;

import java.util.List;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.web.View;

/// Two achievements that may be the same, side by side.
public record BesidePage(
    View view, Achievement one, Achievement other, List<DecisionPage.Line> lines) {
  public BesidePage {
    lines = List.copyOf(lines);
  }
}
