package org.ronghe.platform.facts.internal;

import java.util.List;
import org.ronghe.platform.facts.Merge;
import org.ronghe.platform.web.View;

/// Merges and proposals on screen.
///
/// @param officer whether the reader decides
public record MergesPage(View view, List<Line> lines, boolean officer) {
  public MergesPage {
    lines = List.copyOf(lines);
  }

  /// A merge with the names of both.
  public record Line(Merge merge, String merged, String survivor) {}
}
