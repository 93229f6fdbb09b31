package org.ronghe.atlas.rank;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.ronghe.atlas.cluster.Clusters;
import org.ronghe.atlas.locate.Contributions;
import org.ronghe.atlas.locate.LocatedBy;
import org.ronghe.atlas.locate.Tally;
import org.ronghe.atlas.rank.Quality.Unlocated;

/// Puts together what a run's data could and could not tell.
public final class QualityReport {
  private QualityReport() {}

  /// The data quality of a run.
  public static Quality of(
      List<Quality.Input> inputs, Tally tally, Contributions contributions, Clusters clusters) {
    Map<String, Long> steps = new LinkedHashMap<>();
    steps.put("records.read", tally.read());
    tally
        .excluded()
        .forEach((reason, n) -> steps.put("records.excluded." + word(reason.name()), n));
    steps.put("records.duplicate", tally.duplicates());
    steps.put("records.truncated_authors", tally.truncated());
    steps.put("records.counted", (long) contributions.records());
    steps.put("contributions", tally.contributions());
    steps.put(
        "contributions.located",
        tally.contributions() - tally.locatedBy().getOrDefault(LocatedBy.UNLOCATED, 0L));
    steps.put("organisations", (long) contributions.names().organisations().size());
    steps.put("sites", (long) contributions.sites().size());
    steps.put("clusters", (long) clusters.size());
    Map<String, Long> locatedBy = new LinkedHashMap<>();
    tally.locatedBy().forEach((way, n) -> locatedBy.put(way.word(), n));
    Map<String, Long> rejects = new LinkedHashMap<>();
    tally.rejects().forEach((code, n) -> rejects.put(code.code(), n));
    return new Quality(
        inputs,
        steps,
        locatedBy,
        rejects,
        tally.weightCounted(),
        tally.weightLocated(),
        tally.weightUnlocated(),
        unlocated(contributions));
  }

  /// Every affiliation without a place, the most frequent first, then by name and id.
  private static List<Unlocated> unlocated(Contributions contributions) {
    var names = contributions.names();
    int organisations = names.organisations().size();
    int nothing = organisations + names.statements().size();
    var count = new long[nothing + 1];
    var weight = new double[nothing + 1];
    for (var chunk : contributions.chunks()) {
      for (int i = 0; i < chunk.rows(); i++) {
        if (chunk.site(i) < 0) {
          int organisation = chunk.organisation(i);
          int statement = chunk.statement(i);
          int named = organisation >= 0 ? organisation : organisations + statement;
          int key = organisation < 0 && statement < 0 ? nothing : named;
          count[key]++;
          weight[key] += chunk.weight(i);
        }
      }
    }
    return IntStream.rangeClosed(0, nothing)
        .filter(key -> count[key] > 0)
        .mapToObj(key -> unlocated(contributions, key, count[key], weight[key]))
        .sorted(
            Comparator.comparingLong(Unlocated::contributions)
                .reversed()
                .thenComparing(Unlocated::affiliation)
                .thenComparing(Unlocated::id))
        .toList();
  }

  private static Unlocated unlocated(
      Contributions contributions, int key, long count, double weight) {
    var names = contributions.names();
    int organisations = names.organisations().size();
    if (key < organisations) {
      return new Unlocated(
          names.organisations().name(key), names.organisations().id(key), count, weight);
    }
    boolean nothing = key == organisations + names.statements().size();
    var statement = nothing ? "" : names.statements().get(key - organisations);
    return new Unlocated(statement, "", count, weight);
  }

  private static String word(String constant) {
    return constant.toLowerCase(Locale.ROOT);
  }
}
