package org.ronghe.platform.registry;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An achievement to be entered with many others.
///
/// @param organisation whose people register it
/// @param registered where it stands in a registry already; null for a draft
/// @param importRun the import that brings it; null for none
public record NewAchievement(
    long organisation,
    FilledForm form,
    @Nullable Registration registered,
    @Nullable Long importRun) {

  /// A registration that was made before.
  public record Registration(RegistrationNumber number, LocalDate on) {}
}
