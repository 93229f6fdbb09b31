package org.ronghe.platform.digital.internal;

import java.util.List;
import org.ronghe.platform.web.View;

/// Answer sheets to look at with a person's eyes.
///
/// @param sheets how many were looked at
/// @param enough whether there are enough to say anything
public record DoubtPage(
    View view, List<Line> copied, List<Line> erratic, int sheets, boolean enough) {
  public DoubtPage {
    copied = List.copyOf(copied);
    erratic = List.copyOf(erratic);
  }

  /// One doubt.
  ///
  /// @param other the second of two sheets; 0 where it is about one
  /// @param what it rests on, in words
  /// @param probability of something at least as odd among honest sheets
  public record Line(
      long sheet, String firm, long other, String otherFirm, String what, String probability) {}
}
