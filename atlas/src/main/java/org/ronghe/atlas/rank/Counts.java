package org.ronghe.atlas.rank;

import java.util.List;
import java.util.stream.IntStream;
import org.ronghe.atlas.cluster.Clusters;
import org.ronghe.atlas.cluster.RecordShares;
import org.ronghe.atlas.locate.Contributions;
import org.ronghe.atlas.method.Method;
import org.ronghe.atlas.method.Method.Counting;
import org.ronghe.atlas.method.Method.MetricRule;
import org.ronghe.atlas.source.StringTable;

/// What each cluster counts: by metric and year, by field of science, and by site. Sums run in the
/// order of the input.
final class Counts {
  private final Method method;
  private final Contributions contributions;
  private final Clusters clusters;
  private final int[][] metricsOfKind;
  private final int firstYear;
  private final int years;

  private final double[] world;
  private final double[][][] byYear;
  private final double[][] fields;
  private final double[][] bySite;
  private final long[] contributionsIn;

  private Counts(Method method, Contributions contributions, Clusters clusters) {
    this.method = method;
    this.contributions = contributions;
    this.clusters = clusters;
    metricsOfKind = metricsOfKind(method, contributions.names().kinds());
    int metrics = method.metrics().size();
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (int r = 0; r < contributions.records(); r++) {
      first = Math.min(first, contributions.year(r));
      last = Math.max(last, contributions.year(r));
    }
    firstYear = first;
    years = last < first ? 0 : last - first + 1;
    world = new double[metrics];
    byYear = new double[clusters.size()][metrics][years];
    fields = new double[clusters.size()][contributions.names().fields().size()];
    bySite = new double[metrics][contributions.sites().size()];
    contributionsIn = new long[clusters.size()];
  }

  static Counts of(Method method, Contributions contributions, Clusters clusters) {
    var counts = new Counts(method, contributions, clusters);
    counts.world();
    RecordShares.walk(contributions, clusters.ofSites(), clusters.size(), counts::add);
    counts.sites();
    return counts;
  }

  /// Records of metric `m` in the world, by weight.
  double world(int m) {
    return world[m];
  }

  /// The count of cluster `c` for metric `m`.
  double count(int c, int m) {
    double sum = 0;
    for (double year : byYear[c][m]) {
      sum += year;
    }
    return sum;
  }

  /// The count of cluster `c` for metric `m` in `year`.
  double count(int c, int m, int year) {
    return byYear[c][m][year - firstYear];
  }

  int firstYear() {
    return firstYear;
  }

  int years() {
    return years;
  }

  /// The fractional count of cluster `c` in the field with number `f`.
  double field(int c, int f) {
    return fields[c][f];
  }

  /// The fractional count of metric `m` at site `s`.
  double atSite(int m, int s) {
    return bySite[m][s];
  }

  /// The fractional count of all metrics together, by site.
  double[] atSites() {
    var all = new double[contributions.sites().size()];
    for (var metric : bySite) {
      for (int s = 0; s < all.length; s++) {
        all[s] += metric[s];
      }
    }
    return all;
  }

  /// How many contributions lie in cluster `c`; those split over several places count where their
  /// rows lie.
  long contributionsIn(int c) {
    return contributionsIn[c];
  }

  private void world() {
    for (int r = 0; r < contributions.records(); r++) {
      for (int m : metricsOfKind[contributions.kind(r)]) {
        if (inWindow(method.metrics().get(m), r)) {
          world[m] += contributions.recordWeight(r);
        }
      }
    }
  }

  private void add(int record, int[] touched, double[] shares, int size) {
    int year = contributions.year(record) - firstYear;
    int field = contributions.field(record);
    List<MetricRule> rules = method.metrics();
    for (int m : metricsOfKind[contributions.kind(record)]) {
      var rule = rules.get(m);
      if (inWindow(rule, record)) {
        for (int i = 0; i < size; i++) {
          byYear[touched[i]][m][year] +=
              rule.counting() == Counting.FULL ? contributions.recordWeight(record) : shares[i];
        }
      }
    }
    for (int i = 0; i < size && field >= 0; i++) {
      fields[touched[i]][field] += shares[i];
    }
  }

  private void sites() {
    for (var chunk : contributions.chunks()) {
      for (int i = 0; i < chunk.rows(); i++) {
        int site = chunk.site(i);
        if (site < 0) {
          continue;
        }
        int record = chunk.record(i);
        for (int m : metricsOfKind[contributions.kind(record)]) {
          if (inWindow(method.metrics().get(m), record)) {
            bySite[m][site] += chunk.weight(i);
          }
        }
        int cluster = clusters.ofSite(site);
        if (cluster >= 0) {
          contributionsIn[cluster]++;
        }
      }
    }
  }

  private boolean inWindow(MetricRule rule, int record) {
    int year = contributions.year(record);
    return year >= rule.fromYear() && year <= rule.toYear();
  }

  /// For each kind the metrics that count it.
  private static int[][] metricsOfKind(Method method, StringTable kinds) {
    var metrics = new int[kinds.size()][];
    for (int k = 0; k < metrics.length; k++) {
      var kind = kinds.get(k);
      metrics[k] =
          IntStream.range(0, method.metrics().size())
              .filter(m -> method.metrics().get(m).kind().equals(kind))
              .toArray();
    }
    return metrics;
  }
}
