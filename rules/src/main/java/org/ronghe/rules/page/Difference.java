package org.ronghe.rules.page;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// What changed between two rulebooks: the lines of their pages that only one of them has, each
/// under the heading it stands under.
public final class Difference {
  private Difference() {}

  /// One changed line.
  ///
  /// @param added whether only the new one has it
  /// @param heading the nearest heading above it
  public record Line(boolean added, String heading, String text) {}

  /// The lines in the order of the pages, those that went before those that came.
  public static List<Line> of(String oldPage, String newPage) {
    var differences = new ArrayList<Line>();
    collect(oldPage, newPage, false, differences);
    collect(newPage, oldPage, true, differences);
    return differences;
  }

  private static void collect(String own, String other, boolean added, List<Line> into) {
    var others = new LinkedHashSet<>(located(other));
    for (var line : located(own)) {
      if (!others.contains(line)) {
        into.add(new Line(added, line.heading(), line.text()));
      }
    }
  }

  /// A line and the heading above it; the same line under another heading is another one.
  private record Located(String heading, String text) {}

  private static List<Located> located(String page) {
    var all = new ArrayList<Located>();
    var heading = "";
    for (var line : page.lines().toList()) {
      if (line.startsWith("#")) {
        heading = line.replaceFirst("^#+ ", "");
      } else if (!line.isBlank() && !line.startsWith("|---")) {
        all.add(new Located(heading, line.strip()));
      }
    }
    return all;
  }
}
