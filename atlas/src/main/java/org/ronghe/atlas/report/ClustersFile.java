package org.ronghe.atlas.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.rank.Figure;
import org.ronghe.atlas.rank.Profile;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.rank.Ranking;

/// `clusters.json`: the whole ranking for programs, with what the tables have no columns for: names
/// in both languages, cities, organisations, fields, partners, years. One cluster a line.
final class ClustersFile {
  /// Raised when a reader of older files would misread newer ones.
  private static final int FORMAT = 1;

  private final Ranking ranking;
  private final FieldNames fields = new FieldNames();

  private ClustersFile(Ranking ranking) {
    this.ranking = ranking;
  }

  static void write(BufferedWriter out, Ranking ranking) throws IOException {
    new ClustersFile(ranking).write(out);
  }

  private void write(BufferedWriter out) throws IOException {
    out.write("{\"format\":" + FORMAT);
    part(out, "method", Map.of("id", ranking.method()));
    part(out, "title", both(ranking.title()));
    part(out, "score_decimals", Figures.scoreDecimals(ranking));
    part(out, "metrics", ranking.metrics().stream().map(ClustersFile::metric).toList());
    part(out, "notes", ranking.notes().stream().map(ClustersFile::both).toList());
    out.write(",\n\"clusters\":[");
    String before = "\n";
    for (var cluster : ranking.clusters()) {
      out.write(before);
      out.write(Json.of(cluster(cluster)));
      before = ",\n";
    }
    out.write("\n]}\n");
  }

  private static void part(BufferedWriter out, String name, Object value) throws IOException {
    out.write(",\n\"" + name + "\":" + Json.of(value));
  }

  private static Map<String, Object> metric(org.ronghe.atlas.rank.Metric metric) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("id", metric.id());
    tree.put("name", metric.english());
    tree.put("name_zh", metric.chinese());
    tree.put("world", metric.worldTotal());
    return tree;
  }

  private Map<String, @Nullable Object> cluster(RankedCluster cluster) {
    Map<String, @Nullable Object> tree = new LinkedHashMap<>();
    tree.put("cluster", cluster.label());
    tree.put("rank", cluster.rank());
    tree.putAll(both(cluster.name()));
    tree.put("economies", cluster.economies());
    tree.put("score", cluster.score());
    tree.put("near_tie", cluster.nearTie());
    tree.put("figures", cluster.figures().stream().map(ClustersFile::figure).toList());
    var profile = cluster.profile();
    if (profile != null) {
      profile(profile, tree);
    }
    return tree;
  }

  private static Map<String, Object> figure(Figure figure) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("metric", figure.metric());
    tree.put("count", figure.count());
    tree.put("share_percent", figure.sharePercent());
    tree.put("per_million", figure.perMillion());
    return tree;
  }

  private void profile(Profile profile, Map<String, @Nullable Object> tree) {
    tree.put("lat", profile.place().latDegrees());
    tree.put("lon", profile.place().lonDegrees());
    tree.put("population", profile.place().population());
    tree.put("contributions", profile.contributions());
    tree.put("cities", amounts(profile.cities()));
    tree.put("organisations", amounts(profile.organisations()));
    tree.put(
        "fields",
        profile.fields().stream()
            .map(f -> {
              var field = new LinkedHashMap<String, Object>(both(fields.name(f.name())));
              field.put("count", f.count());
              return field;
            })
            .toList());
    tree.put("partners", profile.partners().stream().map(ClustersFile::partner).toList());
    tree.put(
        "trend",
        profile.trend().stream()
            .map(y -> {
              var year = new LinkedHashMap<String, Object>();
              year.put("year", y.year());
              year.put("metric", y.metric());
              year.put("count", y.count());
              return year;
            })
            .toList());
  }

  private static List<Map<String, Object>> amounts(List<Profile.Amount> amounts) {
    return amounts.stream()
        .map(a -> {
          Map<String, Object> amount = new LinkedHashMap<>();
          amount.put("name", a.name());
          amount.put("id", a.id());
          amount.put("count", a.count());
          return amount;
        })
        .toList();
  }

  private static Map<String, Object> partner(Profile.Partner partner) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("cluster", partner.label());
    tree.putAll(both(partner.name()));
    tree.put("strength", partner.strength());
    return tree;
  }

  private static Map<String, Object> both(Bilingual text) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("name", text.english());
    tree.put("name_zh", text.chinese());
    return tree;
  }
}
