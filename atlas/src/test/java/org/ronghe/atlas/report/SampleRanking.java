package org.ronghe.atlas.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.method.Methods;
import org.ronghe.atlas.rank.Figure;
import org.ronghe.atlas.rank.Metric;
import org.ronghe.atlas.rank.Profile;
import org.ronghe.atlas.rank.Profile.Amount;
import org.ronghe.atlas.rank.Profile.LonLat;
import org.ronghe.atlas.rank.Profile.Partner;
import org.ronghe.atlas.rank.Profile.YearCount;
import org.ronghe.atlas.rank.Quality;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.rank.Ranking;

/// An invented ranking of real cities, as large and as uneven as a real one.
final class SampleRanking {
  private static final List<String> PLACES =
      List.of(
          "Tokyo–Yokohama|JP|35.6,139.7",
          "Shenzhen–Hong Kong–Guangzhou|CN HK|22.7,113.9",
          "Beijing|CN|39.95,116.35",
          "Seoul|KR|37.5,127.0",
          "Shanghai–Suzhou|CN|31.25,121.3",
          "San Jose–San Francisco, CA|US|37.5,-122.1",
          "Osaka–Kobe–Kyoto|JP|34.75,135.5",
          "Boston–Cambridge, MA|US|42.36,-71.1",
          "San Diego, CA|US|32.85,-117.2",
          "New York City, NY|US|40.75,-74.0",
          "Nanjing|CN|32.06,118.8",
          "Paris|FR|48.82,2.3",
          "Wuhan|CN|30.55,114.35",
          "Hangzhou|CN|30.28,120.15",
          "Nagoya|JP|35.15,136.95",
          "Los Angeles, CA|US|34.05,-118.2",
          "Washington, DC–Baltimore, MD|US|39.05,-76.95",
          "Daejeon|KR|36.36,127.37",
          "Xi'an|CN|34.25,108.93",
          "London|GB|51.51,-0.13",
          "Seattle, WA|US|47.61,-122.28",
          "Munich|DE|48.17,11.58",
          "Qingdao|CN|36.1,120.35",
          "Chengdu|CN|30.65,104.06",
          "Cologne|DE|50.95,6.95",
          "Amsterdam–Rotterdam|NL|52.1,4.6",
          "Taipei–Hsinchu|TW|24.95,121.3",
          "Houston, TX|US|29.75,-95.38",
          "Stuttgart|DE|48.77,9.17",
          "Tel Aviv–Jerusalem|IL|31.95,34.95",
          "Moscow|RU|55.75,37.6",
          "Chicago, IL|US|41.88,-87.7",
          "Singapore|SG MY|1.33,103.8",
          "Tehran|IR|35.7,51.4",
          "Philadelphia, PA|US|39.98,-75.2",
          "Stockholm|SE|59.33,18.0",
          "Bengaluru|IN|12.97,77.6",
          "Tianjin|CN|39.12,117.2",
          "Changsha|CN|28.2,112.95",
          "Berlin|DE|52.5,13.35",
          "Eindhoven|BE NL|51.45,5.45",
          "Melbourne|AU|-37.82,145.0",
          "Sydney|AU|-33.87,151.15",
          "Zürich|CH|47.4,8.5",
          "Frankfurt|DE|50.1,8.6",
          "Toronto|CA|43.68,-79.4",
          "Istanbul|TR|41.03,28.95",
          "Copenhagen|DK|55.7,12.5",
          "São Paulo|BR|-23.55,-46.65",
          "Hefei|CN|31.85,117.25",
          "Milan|IT|45.47,9.2",
          "Barcelona|ES|41.4,2.15",
          "Madrid|ES|40.43,-3.7",
          "Delhi|IN|28.6,77.2",
          "Cambridge|GB|52.2,0.13",
          "Ankara|TR|39.92,32.8",
          "Cairo|EG|30.04,31.24",
          "Mexico City|MX|19.4,-99.15",
          "Johannesburg|ZA|-26.18,28.02",
          "Auckland|NZ|-36.87,174.77");
  private static final List<String> FIELDS =
      List.of(
          "Medicine",
          "Engineering",
          "Computer Science",
          "Materials Science",
          "Chemistry",
          "Physics and Astronomy",
          "Biochemistry, Genetics and Molecular Biology",
          "Energy");
  private static final List<String> METRICS = List.of("pct", "publications");

  private SampleRanking() {}

  /// Sixty clusters with profiles.
  static Ranking sixty() {
    return of(PLACES.size(), true);
  }

  /// Any number of clusters; beyond sixty the cities repeat.
  static Ranking of(int size, boolean withProfiles) {
    var method = Methods.of("gii-2024");
    var metrics = new ArrayList<Metric>();
    method
        .metrics()
        .forEach(m ->
            metrics.add(new Metric(m.id(), m.label().english(), m.label().chinese(), 1_000_000)));
    return new Ranking(
        method.id(),
        method.title(),
        method.values(),
        metrics,
        clusters(size, withProfiles),
        quality(),
        List.of(
            new Bilingual(
                "These are demonstration records: invented, scaled down to one in a hundred.",
                "这是演示数据：记录为虚构，规模缩小至百分之一。")));
  }

  private static List<RankedCluster> clusters(int size, boolean withProfiles) {
    var random = new SplittableRandom(7);
    var drafts = new ArrayList<RankedCluster>();
    for (int i = 0; i < size; i++) {
      var parts = PLACES.get(i % PLACES.size()).split("\\|", -1);
      double pct = 101_000 / Math.pow(i + 1, 0.85) * random.nextDouble(0.6, 1.2);
      double publications = 41_000 / Math.pow(i + 1, 0.55) * random.nextDouble(0.6, 1.2);
      var position = parts[2].split(",", -1);
      var economies = List.of(parts[1].split(" ", -1));
      double millions = random.nextDouble(1, 22);
      drafts.add(
          new RankedCluster(
              0,
              100 + i * 37,
              new Bilingual(parts[0], Gazetteer.bundled().chineseName(parts[0], economies)),
              economies,
              pct / 10_000 + publications / 10_000,
              false,
              List.of(
                  new Figure("pct", pct, pct / 10_000, withProfiles ? pct / millions : Double.NaN),
                  new Figure(
                      "publications",
                      publications,
                      publications / 10_000,
                      withProfiles ? publications / millions : Double.NaN)),
              withProfiles
                  ? profile(
                      i,
                      Double.parseDouble(position[0]),
                      Double.parseDouble(position[1]),
                      millions,
                      pct,
                      publications,
                      random)
                  : null));
    }
    drafts.sort(Comparator.comparingDouble(RankedCluster::score).reversed());
    var ranked = new ArrayList<RankedCluster>();
    for (int i = 0; i < drafts.size(); i++) {
      var d = drafts.get(i);
      boolean tie =
          (i > 0 && same(d, drafts.get(i - 1)))
              || (i + 1 < drafts.size() && same(d, drafts.get(i + 1)));
      ranked.add(
          new RankedCluster(
              i + 1, d.label(), d.name(), d.economies(), d.score(), tie, d.figures(), d.profile()));
    }
    return ranked;
  }

  private static boolean same(RankedCluster a, RankedCluster b) {
    return Figures.number(a.score(), 1).equals(Figures.number(b.score(), 1));
  }

  private static Profile profile(
      int i,
      double lat,
      double lon,
      double millions,
      double pct,
      double publications,
      SplittableRandom random) {
    var name = PLACES.get(i % PLACES.size()).split("\\|", -1)[0];
    var cities = new ArrayList<Amount>();
    double rest = pct + publications;
    for (var city : name.replaceAll(", [A-Z]{2}", "").split("–", -1)) {
      cities.add(new Amount(city, "", rest * 0.6));
      rest *= 0.4;
    }
    Gazetteer.bundled()
        .placesWithin(lat - 0.25, lon - 0.3, lat + 0.25, lon + 0.3, _ -> true)
        .stream()
        .map(Gazetteer.Place::name)
        .filter(place -> cities.stream().noneMatch(c -> c.name().equals(place)))
        .limit(6)
        .forEach(place -> cities.add(new Amount(place, "", 900.0 / (cities.size() + 1))));
    var organisations = new ArrayList<Amount>();
    for (var kind :
        List.of("University", "University of Technology", "Academy of Sciences", "Hospital")) {
      organisations.add(
          new Amount(cities.getFirst().name() + " " + kind, "", rest / (organisations.size() + 2)));
    }
    var fields = new ArrayList<Amount>();
    for (var field : FIELDS) {
      fields.add(new Amount(field, "", publications / (fields.size() + 2.5)));
    }
    var partners = new ArrayList<Partner>();
    for (int step = 1; step <= 8; step++) {
      int other = (i + step * 7) % PLACES.size();
      var partner = PLACES.get(other).split("\\|", -1);
      partners.add(
          new Partner(
              100 + other * 37,
              new Bilingual(
                  partner[0],
                  Gazetteer.bundled().chineseName(partner[0], List.of(partner[1].split(" ", -1)))),
              800.0 / step / (1 + i * 0.1)));
    }
    var trend = new ArrayList<YearCount>();
    for (int year = 2018; year <= 2022; year++) {
      double growth = 1 + (year - 2020) * 0.06 + random.nextDouble(-0.05, 0.05);
      trend.add(new YearCount(year, METRICS.get(0), pct / 5 * growth));
      trend.add(new YearCount(year, METRICS.get(1), publications / 5 * growth));
    }
    return new Profile(
        new Profile.Place(
            lat, lon, Math.round(millions * 1e6), List.of(List.of(ring(lat, lon, random)))),
        cities,
        organisations,
        fields,
        partners,
        trend,
        Math.round((pct + publications) * 3.7));
  }

  private static List<LonLat> ring(double lat, double lon, SplittableRandom random) {
    var ring = new ArrayList<LonLat>();
    for (int step = 0; step < 48; step++) {
      double angle = step * Math.PI / 24;
      double degrees = 0.28 + 0.09 * Math.sin(3 * angle) + random.nextDouble(0.03);
      ring.add(
          new LonLat(
              lon + degrees * Math.cos(angle) / Math.cos(Math.toRadians(lat)),
              lat + degrees * Math.sin(angle)));
    }
    ring.add(ring.getFirst());
    return ring;
  }

  private static Quality quality() {
    Map<String, Long> steps = new LinkedHashMap<>();
    steps.put("records.read", 1_204_311L);
    steps.put("records.duplicate", 412L);
    steps.put("records.excluded.year", 201_775L);
    steps.put("records.excluded.type", 51_020L);
    steps.put("records.counted", 951_104L);
    steps.put("contributions", 5_120_377L);
    steps.put("contributions.located", 4_606_201L);
    steps.put("sites", 18_211L);
    steps.put("clusters", 60L);
    steps.put("some.step.of.tomorrow", 3L);
    Map<String, Long> located = new LinkedHashMap<>();
    located.put("coordinates", 1_010_220L);
    located.put("institution", 3_480_008L);
    located.put("parent", 115_973L);
    located.put("unlocated", 514_176L);
    return new Quality(
        List.of(
            new Quality.Input(
                "data/openalex/works-000.jsonl.gz",
                "openalex-works",
                3_104_220_118L,
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                1_104_311),
            new Quality.Input(
                "data/ror.jsonl.gz",
                "ror",
                24_220_118L,
                "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752",
                107_020)),
        steps,
        located,
        Map.of("coordinate-impossible", 17L),
        951_104,
        862_001.5,
        89_102.5,
        List.of(
            new Quality.Unlocated(
                "Institute of Unknown Place", "https://ror.org/0abc", 9_120, 2_001.25),
            new Quality.Unlocated("<script>alert(1)</script> & Co.", "", 120, 20.5)));
  }
}
