package org.ronghe.platform.digital.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a set of answers comes to.
///
/// @param level 0 to 4; null while it is open
/// @param base points of foundation, management and effect; a range while answers are missing
/// @param points by question and part, as shown
/// @param award by Wuhan's formula, in CNY; null where it cannot be worked out
/// @param awardAnswer whether the award's conditions are met: the code of one of the four answers
public record Level(
    @Nullable Integer level,
    String base,
    Map<String, String> points,
    @Nullable String award,
    String awardAnswer) {
  public Level {
    points = Map.copyOf(points);
  }

  /// The points of a question or part; a dash where there are none.
  public String of(String key) {
    return points.getOrDefault(key, "–");
  }
}
