package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead.Metric;
import org.ronghe.platform.ranking.RankingHead.Words;

/// Reads `clusters.json`.
final class ClusterReader {
  private static final int FORMAT = 1;
  private static final int MOST_CLUSTERS = 20_000;

  /// Ids stand in queries as they are.
  private static final String METRIC_ID = "[a-z][a-z0-9_-]{0,39}";

  private final JsonPart file;
  private final Faults faults;
  private final Map<Integer, Profile> profiles = new HashMap<>();

  ClusterReader(JsonPart file) {
    this.file = file;
    this.faults = file.faults();
  }

  Result.Head head() {
    if (file.whole("format") != FORMAT) {
      faults.add(file.path() + ".format", "ranking.fault.format", FORMAT);
    }
    var metrics = new ArrayList<Metric>();
    Set<String> ids = new HashSet<>();
    for (JsonPart metric : file.items("metrics")) {
      String id = metric.text("id");
      if (!id.matches(METRIC_ID)) {
        faults.add(metric.path() + ".id", "ranking.fault.metric-id", METRIC_ID);
      }
      if (!ids.add(id)) {
        faults.add(metric.path() + ".id", "ranking.fault.twice", id);
      }
      metrics.add(new Metric(id, metric.words(), metric.number("world")));
    }
    var notes = file.itemsIfAny("notes").stream().map(JsonPart::words).toList();
    int decimals = file.whole("score_decimals");
    return new Result.Head(
        file.at("method").text("id"),
        file.at("title").words(),
        Math.clamp(decimals, 0, 9),
        metrics,
        notes);
  }

  List<Cluster> clusters(Result.Head head) {
    var clusters = new ArrayList<Cluster>();
    Set<Integer> labels = new HashSet<>();
    int last = 1;
    for (JsonPart part : file.items("clusters")) {
      Cluster cluster = cluster(part, head);
      clusters.add(cluster);
      if (!labels.add(cluster.label())) {
        faults.add(part.path() + ".cluster", "ranking.fault.twice", cluster.label());
      }
      if (cluster.rank() < last) {
        faults.add(part.path() + ".rank", "ranking.fault.order", cluster.rank(), last);
      }
      last = Math.max(last, cluster.rank());
    }
    if (clusters.size() > MOST_CLUSTERS) {
      faults.add(file.path(), "ranking.fault.too-many", MOST_CLUSTERS);
    }
    return clusters;
  }

  /// By label; those read so far.
  Map<Integer, Profile> profiles() {
    return profiles;
  }

  private Cluster cluster(JsonPart part, Result.Head head) {
    int label = part.whole("cluster");
    int rank = part.whole("rank");
    if (rank < 1) {
      faults.add(part.path() + ".rank", "ranking.fault.rank");
    }
    var economies = part.items("economies").stream().map(e -> e.node().asString("")).toList();
    Map<String, Cluster.Figure> byMetric = new HashMap<>();
    for (JsonPart figure : part.items("figures")) {
      String metric = figure.text("metric");
      byMetric.put(
          metric,
          new Cluster.Figure(
              metric,
              figure.number("count"),
              figure.number("share_percent"),
              figure.numberIfAny("per_million")));
    }
    var figures = new ArrayList<Cluster.Figure>();
    for (Metric metric : head.metrics()) {
      var figure = byMetric.remove(metric.id());
      if (figure == null) {
        faults.add(part.path() + ".figures", "ranking.fault.no-figure", metric.id());
      } else {
        figures.add(figure);
      }
    }
    byMetric
        .keySet()
        .forEach(
            unknown -> faults.add(part.path() + ".figures", "ranking.fault.no-metric", unknown));
    Cluster.Place place = place(part);
    if (place != null) {
      profiles.put(label, profile(part));
    }
    boolean tie = part.at("near_tie").node().asBoolean(false);
    return new Cluster(
        label, rank, part.words(), economies, part.number("score"), tie, figures, place);
  }

  private Cluster.@Nullable Place place(JsonPart part) {
    if (part.at("lat").missing()) {
      return null;
    }
    double lat = part.number("lat");
    double lon = part.number("lon");
    if (Math.abs(lat) > 90 || Math.abs(lon) > 180) {
      faults.add(part.path() + ".lat", "ranking.fault.no-place", lat, lon);
    }
    return new Cluster.Place(
        lat, lon, (long) part.number("population"), (long) part.number("contributions"));
  }

  private static Profile profile(JsonPart part) {
    return new Profile(
        amounts(part, "cities"),
        amounts(part, "organisations"),
        amounts(part, "fields"),
        part.itemsIfAny("partners").stream()
            .map(p -> new Profile.Partner(p.whole("cluster"), p.words(), p.number("strength")))
            .toList(),
        part.itemsIfAny("trend").stream()
            .map(y -> new Profile.Year(y.whole("year"), y.text("metric"), y.number("count")))
            .toList());
  }

  /// An organisation may have no name, only an id.
  private static List<Profile.Amount> amounts(JsonPart part, String name) {
    return part.itemsIfAny(name).stream()
        .map(a -> {
          String english = a.textIfAny("name");
          String chinese = a.textIfAny("name_zh");
          String id = a.textIfAny("id");
          String shown = !english.isBlank() ? english : !id.isBlank() ? id : "–";
          return new Profile.Amount(
              new Words(shown, chinese.isBlank() ? shown : chinese), id, a.number("count"));
        })
        .toList();
  }
}
