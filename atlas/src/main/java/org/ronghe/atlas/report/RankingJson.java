package org.ronghe.atlas.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.rank.Profile;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.rank.Ranking;

/// The ranking as the page's script reads it; keys are short since they stand in every row. The
/// types are spelled out in `src/main/web/src/data.ts`.
final class RankingJson {
  /// So many clusters get their profile; the others their figures.
  static final int PROFILES = 100;

  private static final int MOST = 10;
  private static final double CITY_KM = 120;

  private final Ranking ranking;
  private final Messages messages;
  private final FieldNames fields = new FieldNames();

  private RankingJson(Ranking ranking, Messages messages) {
    this.ranking = ranking;
    this.messages = messages;
  }

  static String json(Ranking ranking, Messages messages, ReportOptions options) {
    return JsonText.of(new RankingJson(ranking, messages).tree(options));
  }

  private Map<String, Object> tree(ReportOptions options) {
    var economies = new TreeMap<String, Object>();
    var clusters = new ArrayList<Object>();
    for (var cluster : ranking.clusters()) {
      cluster.economies().forEach(code -> economies.put(code, both(Economies.name(code))));
      clusters.add(cluster(cluster, clusters.size() < PROFILES));
    }
    var tree = new LinkedHashMap<String, Object>();
    tree.put("language", options.chinese() ? "zh" : "en");
    tree.put("method", ranking.method());
    tree.put("title", both(ranking.title()));
    tree.put("scoreDecimals", Figures.scoreDecimals(ranking));
    tree.put("metrics", metrics());
    tree.put("economies", economies);
    tree.put("messages", messages.forScript());
    tree.put("clusters", clusters);
    return tree;
  }

  private List<Object> metrics() {
    var metrics = new ArrayList<Object>();
    for (int i = 0; i < ranking.metrics().size(); i++) {
      var metric = ranking.metrics().get(i);
      var tree = new LinkedHashMap<String, Object>();
      tree.put("id", metric.id());
      tree.put("name", List.of(metric.english(), metric.chinese()));
      tree.put("countDecimals", Figures.countDecimals(ranking, i));
      tree.put("perMillionDecimals", Figures.perMillionDecimals(ranking, i));
      metrics.add(tree);
    }
    return metrics;
  }

  private Map<String, Object> cluster(RankedCluster cluster, boolean withProfile) {
    var tree = new LinkedHashMap<String, Object>();
    tree.put("l", cluster.label());
    tree.put("r", cluster.rank());
    tree.put("n", both(cluster.name()));
    tree.put("e", cluster.economies());
    tree.put("s", cluster.score());
    if (cluster.nearTie()) {
      tree.put("t", true);
    }
    tree.put(
        "f",
        cluster.figures().stream()
            .map(f ->
                List.of(
                    JsonText.rounded(f.count()),
                    JsonText.rounded(f.sharePercent()),
                    JsonText.rounded(f.perMillion())))
            .toList());
    var profile = cluster.profile();
    if (profile != null) {
      var place = profile.place();
      tree.put("x", position(EqualEarth.x(place.latDegrees(), place.lonDegrees())));
      tree.put("y", position(EqualEarth.y(place.latDegrees())));
      if (withProfile) {
        tree.put("p", profile(profile));
      }
    }
    return tree;
  }

  private Map<String, Object> profile(Profile profile) {
    var place = profile.place();
    var tree = new LinkedHashMap<String, Object>();
    tree.put("population", place.population());
    tree.put("contributions", profile.contributions());
    tree.put("outline", Outline.path(place.outline()));
    tree.put("cities", first(profile.cities()).stream().map(c -> city(c, place)).toList());
    tree.put(
        "organisations",
        first(profile.organisations()).stream()
            .map(o -> List.of(List.of(named(o)), JsonText.rounded(o.count())))
            .toList());
    tree.put(
        "fields",
        first(profile.fields()).stream()
            .map(f -> List.of(both(fields.name(f.name())), JsonText.rounded(f.count())))
            .toList());
    tree.put(
        "partners",
        first(profile.partners()).stream()
            .map(p -> List.of(p.label(), both(p.name()), JsonText.rounded(p.strength())))
            .toList());
    tree.put("trend", trend(profile.trend()));
    return tree;
  }

  /// An organisation's name; where the source gave none, its identifier.
  private static String named(Profile.Amount amount) {
    return !amount.name().isBlank() ? amount.name() : amount.id().isBlank() ? "–" : amount.id();
  }

  private static <T> List<T> first(List<T> all) {
    return all.subList(0, Math.min(MOST, all.size()));
  }

  /// Name, count and, when the gazetteer knows the city near the cluster, its place on the sheet.
  private static List<Object> city(Profile.Amount city, Profile.Place centre) {
    var entry = new ArrayList<Object>();
    var found =
        Gazetteer.bundled()
            .findNamed(city.name(), centre.latDegrees(), centre.lonDegrees(), CITY_KM);
    var chinese = found.map(Gazetteer.Place::chineseName).filter(name -> !name.isEmpty());
    entry.add(both(new Bilingual(city.name(), chinese.orElse(city.name()))));
    entry.add(JsonText.rounded(city.count()));
    found.ifPresent(p -> {
      entry.add(position(EqualEarth.x(p.latDegrees(), p.lonDegrees())));
      entry.add(position(EqualEarth.y(p.latDegrees())));
    });
    return entry;
  }

  /// Rows of year and one count per metric.
  private List<Object> trend(List<Profile.YearCount> trend) {
    var byYear = new TreeMap<Integer, double[]>();
    for (var point : trend) {
      for (int i = 0; i < ranking.metrics().size(); i++) {
        if (ranking.metrics().get(i).id().equals(point.metric())) {
          byYear.computeIfAbsent(point.year(), _ -> new double[ranking.metrics().size()])[i] +=
              point.count();
        }
      }
    }
    var rows = new ArrayList<Object>();
    byYear.forEach((year, counts) -> {
      var row = new ArrayList<Object>();
      row.add(year);
      for (double count : counts) {
        row.add(JsonText.rounded(count));
      }
      rows.add(row);
    });
    return rows;
  }

  private static double position(double sheetUnits) {
    return Math.round(sheetUnits * 1000) / 1000.0;
  }

  /// Both languages; once if they say the same.
  private static List<String> both(Bilingual text) {
    return text.english().equals(text.chinese())
        ? List.of(text.english())
        : List.of(text.english(), text.chinese());
  }
}
