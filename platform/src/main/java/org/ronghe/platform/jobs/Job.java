package org.ronghe.platform.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.Saying;

/// A job as it stands.
///
/// @param kind which feature does it, such as `ranking.run`
/// @param subject what it is about
/// @param progress how far it is
/// @param result where what came out is; null as long as nothing did
/// @param problem what went wrong; null if nothing did
/// @param starter the name of who started it
/// @param times when what happened
public record Job(
    long id,
    String kind,
    String subject,
    Progress progress,
    @Nullable String result,
    @Nullable Saying problem,
    String starter,
    Times times) {

  /// How far a job is.
  ///
  /// @param step key of a text; empty before the first
  /// @param total 0 where nobody knows
  public record Progress(JobState state, String step, long done, long total) {}

  /// When what happened.
  public record Times(Instant created, @Nullable Instant started, @Nullable Instant finished) {}

  /// Where it stands.
  public JobState state() {
    return progress.state();
  }
}
