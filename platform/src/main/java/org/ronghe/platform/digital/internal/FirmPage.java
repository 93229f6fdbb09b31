package org.ronghe.platform.digital.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.web.View;

/// A firm's assessments: the last one before the upgrade beside the last one after it, and all.
///
/// @param before null where there is none that was handed in
/// @param after null where there is none that was handed in
public record FirmPage(
    View view,
    long organisation,
    String firm,
    List<Assessment> all,
    @Nullable Judged before,
    @Nullable Judged after,
    LocalDate today) {
  public FirmPage {
    all = List.copyOf(all);
  }

  /// An assessment with what it comes to.
  public record Judged(Assessment assessment, Level level, Sheet sheet) {}

  public String href() {
    return "/organisations/" + organisation + "/digital";
  }

  public boolean fillable() {
    return view.actor().writes(organisation);
  }
}
