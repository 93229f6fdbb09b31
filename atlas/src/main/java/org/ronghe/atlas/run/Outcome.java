package org.ronghe.atlas.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.rank.Ranking;

/// What a finished run tells whoever started it.
///
/// @param ranking the ranking, as in the result folder
/// @param folder where the result is
/// @param rejects how many lines or values were rejected, unknown institutions left aside
/// @param lines how many records and rejects there were together
/// @param seconds by step, and in total
public record Outcome(
    Ranking ranking, Path folder, long rejects, long lines, Map<String, Double> seconds) {

  static Outcome of(
      Ranking ranking, List<Reject> rejects, Path folder, Map<String, Double> seconds) {
    long counted = rejects.stream().filter(r -> r.code().countsAgainstLimit()).count();
    long read = ranking.quality().steps().getOrDefault("records.read", 0L);
    return new Outcome(ranking, folder, counted, read + counted, seconds);
  }

  /// The share of rejects, 0 to 1.
  public double rejectShare() {
    return lines == 0 ? 0 : (double) rejects / lines;
  }
}
