package org.ronghe.atlas.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.cluster.Clusters;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.locate.Gazetteer.Place;
import org.ronghe.atlas.locate.Sites;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.method.Method.ClusterRule;

/// Names clusters as the published tables do: the one to three cities with the largest
/// contribution, joined by an en dash, US cities with their state (`San Jose–San Francisco, CA`,
/// `Washington, DC–Baltimore, MD`).
final class Naming {
  private static final String EN_DASH = "–";
  private static final double FARTHEST_ECONOMY_KM = 100;

  private final Gazetteer gazetteer;
  private final ClusterRule rule;

  Naming(Gazetteer gazetteer, ClusterRule rule) {
    this.gazetteer = gazetteer;
    this.rule = rule;
  }

  /// A city's part in a cluster.
  ///
  /// @param city the city, or null for what lies far from any
  /// @param economy its economy, or that of the nearest place; empty on the open sea
  /// @param amount its contribution to the score
  /// @param count its fractional count over all metrics
  record CityShare(@Nullable Place city, String economy, double amount, double count) {
    CityShare plus(double moreAmount, double moreCount) {
      return new CityShare(city, economy, amount + moreAmount, count + moreCount);
    }
  }

  /// The city shares of clusters, each largest first.
  ///
  /// @param amountOfSite what each site contributes to the score
  /// @param countOfSite its fractional count over all metrics
  List<List<CityShare>> cities(
      Sites sites, Clusters clusters, double[] amountOfSite, double[] countOfSite) {
    var byCity = new ArrayList<Map<String, CityShare>>();
    for (int c = 0; c < clusters.size(); c++) {
      byCity.add(new TreeMap<>());
    }
    for (int s = 0; s < sites.size(); s++) {
      if (clusters.ofSite(s) >= 0) {
        var share = share(sites.latDegrees(s), sites.lonDegrees(s));
        var city = share.city();
        var key = city == null ? share.economy() : String.valueOf(city.geonameId());
        int site = s;
        byCity
            .get(clusters.ofSite(s))
            .compute(
                key,
                (k, before) ->
                    (before == null ? share : before).plus(amountOfSite[site], countOfSite[site]));
      }
    }
    return byCity.stream()
        .map(shares ->
            shares.values().stream()
                .sorted(Comparator.comparingDouble(CityShare::amount).reversed())
                .toList())
        .toList();
  }

  private CityShare share(double latDegrees, double lonDegrees) {
    var city = gazetteer.findCity(latDegrees, lonDegrees);
    var near =
        city.isPresent()
            ? city
            : gazetteer.findNearest(latDegrees, lonDegrees, FARTHEST_ECONOMY_KM);
    return new CityShare(city.orElse(null), near.map(Place::country).orElse(""), 0, 0);
  }

  /// The cluster's name.
  ///
  /// @param cities largest first
  Bilingual name(List<CityShare> cities, double latDegrees, double lonDegrees) {
    double least = cities.isEmpty() ? 0 : cities.getFirst().amount() * rule.cityLeastShare();
    var chosen =
        cities.stream()
            .filter(c -> c.amount() >= least)
            .map(CityShare::city)
            .filter(Objects::nonNull)
            .limit(rule.mostCities())
            .toList();
    if (chosen.isEmpty()) {
      var position = position(latDegrees, lonDegrees);
      return new Bilingual(position, position);
    }
    var chinese = chosen.stream().map(Naming::chinese).toList();
    return new Bilingual(english(chosen), String.join(EN_DASH, chinese));
  }

  /// Codes of the economies with at least the method's least share, largest first.
  List<String> economies(List<CityShare> cities) {
    var amounts = new TreeMap<String, Double>();
    double total = 0;
    for (var city : cities) {
      if (!city.economy().isEmpty()) {
        amounts.merge(city.economy(), city.amount(), Double::sum);
        total += city.amount();
      }
    }
    double least = total * rule.economyLeastShare();
    return amounts.entrySet().stream()
        .filter(e -> e.getValue() >= least)
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String english(List<Place> cities) {
    var states = new LinkedHashSet<String>();
    cities.forEach(c -> states.add(state(c)));
    var name = new StringBuilder();
    for (int i = 0; i < cities.size(); i++) {
      var state = state(cities.get(i));
      boolean last = i == cities.size() - 1;
      name.append(i == 0 ? "" : EN_DASH).append(cities.get(i).name());
      if (!state.isEmpty() && (last || states.size() > 1)) {
        name.append(", ").append(state);
      }
    }
    return name.toString();
  }

  private static String state(Place city) {
    return city.country().equals("US") ? city.admin1() : "";
  }

  private static String chinese(Place city) {
    return city.chineseName().isEmpty() ? city.name() : city.chineseName();
  }

  private static String position(double latDegrees, double lonDegrees) {
    return String.format(
        Locale.ROOT,
        "%.2f°%s %.2f°%s",
        Math.abs(latDegrees),
        latDegrees < 0 ? "S" : "N",
        Math.abs(lonDegrees),
        lonDegrees < 0 ? "W" : "E");
  }
}
