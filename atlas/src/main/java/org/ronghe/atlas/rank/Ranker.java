package org.ronghe.atlas.rank;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.ronghe.atlas.cluster.Clusters;
import org.ronghe.atlas.cluster.Collaboration;
import org.ronghe.atlas.cluster.Shape;
import org.ronghe.atlas.locate.Contributions;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.method.Method;
import org.ronghe.atlas.rank.Naming.CityShare;

/// Clusters become a ranking: counts, shares of the world, score, rank, and a profile of each.
public final class Ranker {
  private static final int TOP = 10;

  private final Method method;
  private final Contributions contributions;
  private final Clusters clusters;
  private final Gazetteer gazetteer;
  private final Counts counts;
  private final List<Metric> metrics;
  private final Naming naming;

  private Ranker(
      Method method,
      Contributions contributions,
      Clusters clusters,
      Gazetteer gazetteer,
      Map<String, Double> world) {
    this.method = method;
    this.contributions = contributions;
    this.clusters = clusters;
    this.gazetteer = gazetteer;
    counts = Counts.of(method, contributions, clusters);
    naming = new Naming(gazetteer, method.cluster());
    metrics = new ArrayList<>();
    for (int m = 0; m < method.metrics().size(); m++) {
      var rule = method.metrics().get(m);
      metrics.add(
          new Metric(
              rule.id(),
              rule.label().english(),
              rule.label().chinese(),
              world.getOrDefault(rule.id(), counts.world(m))));
    }
  }

  /// What ranking yields.
  ///
  /// @param metrics with their world totals
  /// @param clusters in rank order
  /// @param collaboration the ties between clusters, by cluster number
  public record Result(
      List<Metric> metrics, List<RankedCluster> clusters, Collaboration collaboration) {}

  /// Ranks all clusters.
  ///
  /// @param world totals that replace the input's own, by metric id
  public static Result rank(
      Method method,
      Contributions contributions,
      Clusters clusters,
      Gazetteer gazetteer,
      Map<String, Double> world) {
    return new Ranker(method, contributions, clusters, gazetteer, world).rank();
  }

  private Result rank() {
    var collaboration = Collaboration.of(contributions, clusters.ofSites(), clusters.size());
    var siteScores = siteScores();
    var shapes = Shape.all(contributions.sites(), clusters, siteScores);
    var cities = naming.cities(contributions.sites(), clusters, siteScores, counts.atSites());
    var names = new ArrayList<Bilingual>();
    for (int c = 0; c < clusters.size(); c++) {
      var centre = shapes.get(c).centre();
      names.add(naming.name(cities.get(c), centre.latDegrees(), centre.lonDegrees()));
    }
    var population = new long[clusters.size()];
    var figures = new ArrayList<List<Figure>>();
    var score = new double[clusters.size()];
    for (int c = 0; c < clusters.size(); c++) {
      population[c] = Population.within(shapes.get(c).outline(), gazetteer);
      figures.add(figures(c, population[c]));
      for (int m = 0; m < metrics.size(); m++) {
        score[c] += method.metrics().get(m).weight() * figures.get(c).get(m).sharePercent();
      }
    }
    var scores =
        Scores.of(
            score, names.stream().map(Bilingual::english).toList(), method.score().decimals());
    var partners = partners(collaboration, names);
    var organisations = OrganisationCounts.top(contributions, clusters, TOP);
    var ranked = new ArrayList<RankedCluster>();
    for (int c : scores.order()) {
      var profile =
          new Profile(
              place(shapes.get(c), population[c]),
              cityAmounts(cities.get(c)),
              organisations.get(c),
              fields(c),
              partners.get(c),
              trend(c),
              counts.contributionsIn(c));
      ranked.add(
          new RankedCluster(
              scores.rank(c),
              clusters.label(c),
              names.get(c),
              naming.economies(cities.get(c)),
              scores.score(c),
              scores.nearTie(c),
              figures.get(c),
              profile));
    }
    return new Result(metrics, ranked, collaboration);
  }

  private List<Figure> figures(int c, long population) {
    var figures = new ArrayList<Figure>();
    for (int m = 0; m < metrics.size(); m++) {
      double count = counts.count(c, m);
      double world = metrics.get(m).worldTotal();
      figures.add(
          new Figure(
              metrics.get(m).id(),
              count,
              world == 0 ? 0 : 100 * count / world,
              population == 0 ? Double.NaN : count / population * 1e6));
    }
    return figures;
  }

  /// What each site adds to the score of its cluster, counted fractionally.
  private double[] siteScores() {
    var score = new double[contributions.sites().size()];
    for (int m = 0; m < metrics.size(); m++) {
      double world = metrics.get(m).worldTotal();
      double weight = method.metrics().get(m).weight();
      for (int s = 0; s < score.length && world > 0; s++) {
        score[s] += weight * 100 * counts.atSite(m, s) / world;
      }
    }
    return score;
  }

  private static List<Profile.Amount> cityAmounts(List<CityShare> cities) {
    var amounts = new ArrayList<Profile.Amount>();
    for (var share : cities) {
      var city = share.city();
      if (city != null && amounts.size() < TOP) {
        var id = "https://www.geonames.org/" + city.geonameId();
        amounts.add(new Profile.Amount(city.name(), id, share.count()));
      }
    }
    return amounts;
  }

  private List<Profile.Amount> fields(int c) {
    var names = contributions.names().fields();
    return IntStream.range(0, names.size())
        .filter(f -> counts.field(c, f) > 0)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(f -> -counts.field(c, f)).thenComparing(names::get))
        .limit(TOP)
        .map(f -> new Profile.Amount(names.get(f), "", counts.field(c, f)))
        .toList();
  }

  private List<List<Profile.Partner>> partners(Collaboration collaboration, List<Bilingual> names) {
    var partners = new ArrayList<List<Profile.Partner>>();
    for (int c = 0; c < clusters.size(); c++) {
      partners.add(new ArrayList<>());
    }
    for (var tie : collaboration.ties()) {
      add(partners.get(tie.first()), tie.second(), tie.strength(), names);
      add(partners.get(tie.second()), tie.first(), tie.strength(), names);
    }
    return partners;
  }

  private void add(
      List<Profile.Partner> partners, int other, double strength, List<Bilingual> names) {
    if (partners.size() < TOP) {
      partners.add(new Profile.Partner(clusters.label(other), names.get(other), strength));
    }
  }

  private List<Profile.YearCount> trend(int c) {
    var trend = new ArrayList<Profile.YearCount>();
    for (int m = 0; m < metrics.size(); m++) {
      for (int y = counts.firstYear(); y < counts.firstYear() + counts.years(); y++) {
        double count = counts.count(c, m, y);
        if (count > 0) {
          trend.add(new Profile.YearCount(y, metrics.get(m).id(), count));
        }
      }
    }
    return trend;
  }

  private static Profile.Place place(Shape shape, long population) {
    var polygons = new ArrayList<List<List<Profile.LonLat>>>();
    for (int g = 0; g < shape.outline().getNumGeometries(); g++) {
      polygons.add(rings(shape.outline().getGeometryN(g)));
    }
    return new Profile.Place(
        shape.centre().latDegrees(), shape.centre().lonDegrees(), population, polygons);
  }

  private static List<List<Profile.LonLat>> rings(Geometry geometry) {
    var polygon = (Polygon) geometry;
    var rings = new ArrayList<List<Profile.LonLat>>();
    rings.add(positions(polygon.getExteriorRing()));
    for (int h = 0; h < polygon.getNumInteriorRing(); h++) {
      rings.add(positions(polygon.getInteriorRingN(h)));
    }
    return rings;
  }

  private static List<Profile.LonLat> positions(LinearRing ring) {
    var positions = new ArrayList<Profile.LonLat>();
    for (var corner : ring.getCoordinates()) {
      positions.add(new Profile.LonLat(corner.x, corner.y));
    }
    return positions;
  }
}
