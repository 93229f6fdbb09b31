package org.ronghe.platform.registry;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An achievement as it was handed in, and what became of that.
///
/// @param number from 1
/// @param made by whom it was handed in
/// @param outcome `sent_back`, `registered`, `refused`, `recalled`, or empty while it waits
/// @param reasons by field
/// @param decided by whom; null while it waits
public record AchievementVersion(
    int number,
    FilledForm form,
    AchievementState.Moment made,
    String outcome,
    Map<String, String> reasons,
    AchievementState.@Nullable Moment decided) {
  public AchievementVersion {
    reasons = Map.copyOf(reasons);
  }
}
