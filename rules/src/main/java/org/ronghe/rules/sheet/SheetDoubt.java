package org.ronghe.rules.sheet;

import java.util.List;

/// A reason to look at sheets with a person's eyes. It is never more than that.
public sealed interface SheetDoubt {
  /// How probable something at least as odd is among honest sheets.
  double probability();

  /// Two sheets agree more than chance explains.
  ///
  /// @param same how many answers are the same
  /// @param of how many questions both answered
  /// @param expected how many would be the same by chance, given how far each of the two is
  record Copied(long first, long second, int same, int of, double expected, double probability)
      implements SheetDoubt {}

  /// A sheet whose answers do not go together.
  ///
  /// @param oddest ids of the questions whose answers are the least expected, the oddest first
  record Erratic(long sheet, List<String> oddest, double probability) implements SheetDoubt {
    public Erratic {
      oddest = List.copyOf(oddest);
    }
  }
}
