package org.ronghe.atlas.locate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// The world's places of 1,000 inhabitants and more: what a point is called and who lives there.
///
/// Bundled from GeoNames (CC BY 4.0) at build time, some 130,000 places. Sections of a city are
/// left out; places that GeoNames lists beside the city they are part of (Brooklyn, Kowloon, the
/// inner suburbs of a city ten times their size) are kept but marked as nested, and neither name a
/// point nor count as inhabitants. Immutable and safe for any number of threads.
public final class Gazetteer {
  private static final double EARTH_RADIUS_KM = 6371.0088;
  private static final double KM_PER_DEGREE = Math.toRadians(1) * EARTH_RADIUS_KM;

  /// From here on a place is a city that keeps its own name beside a larger neighbour.
  private static final int CITY_POPULATION = 100_000;

  /// Softens the pull of a place at short distance: within it a suburb yields to its city.
  private static final double SUBURB_KM = 6;

  private static final double REACH_KM = 15;
  private static final double LARGE_REACH_KM = 20;
  private static final double LARGEST_REACH_KM = 30;
  private static final int LARGE = 500_000;
  private static final int LARGEST = 5_000_000;
  private static final byte NESTED = 1;

  private final GazetteerFile file;
  private final ChineseNames chinese;

  /// The few places with a longer reach, so that a search need not go so far for all.
  private final int[] large;

  private Gazetteer(GazetteerFile file) {
    this.file = file;
    this.chinese = new ChineseNames(file);
    this.large = IntStream.range(0, file.count).filter(i -> file.populations[i] >= LARGE).toArray();
  }

  /// The gazetteer that comes with Ronghe. Read on first use, in some tens of milliseconds.
  public static Gazetteer bundled() {
    return Bundled.INSTANCE;
  }

  private static final class Bundled {
    static final Gazetteer INSTANCE = new Gazetteer(GazetteerFile.read());
  }

  /// A populated place.
  ///
  /// @param geonameId GeoNames' identifier
  /// @param name as international readers know it, such as `Cologne`
  /// @param chineseName its Chinese name; empty when the gazetteer holds none
  /// @param country ISO 3166-1 alpha-2; Hong Kong, Macao and Taiwan have codes of their own, as in
  ///   WIPO's statistics
  /// @param admin1 GeoNames' first-level code: postal code of the state in the United States, else
  ///   mostly a number
  /// @param population inhabitants; 0 if unknown
  /// @param latDegrees of its centre
  /// @param lonDegrees of its centre, -180 to 180
  public record Place(
      int geonameId,
      String name,
      String chineseName,
      String country,
      String admin1,
      int population,
      double latDegrees,
      double lonDegrees) {}

  /// How many places there are.
  public int size() {
    return file.count;
  }

  /// The place nearest to a point, nested ones included.
  ///
  /// @param latDegrees -90 to 90
  /// @param lonDegrees -180 to 180
  /// @param maxKm farthest great-circle distance, above 0
  public Optional<Place> findNearest(double latDegrees, double lonDegrees, double maxKm) {
    var search = new Best();
    forEachWithin(
        latDegrees,
        lonDegrees,
        maxKm,
        place -> search.offer(place, -distanceKm(place, latDegrees, lonDegrees)));
    return search.result();
  }

  /// The city that names a point.
  ///
  /// A city of 100,000 inhabitants or more names what lies near its centre, so that Cambridge keeps
  /// its name beside Boston. Otherwise the place with the strongest pull does, population over the
  /// square of distance plus six kilometres, so that a suburb or a campus is called by its city.
  /// Reach: 15 km, 20 km from half a million inhabitants, 30 km from five million.
  ///
  /// @param latDegrees -90 to 90
  /// @param lonDegrees -180 to 180
  public Optional<Place> findCity(double latDegrees, double lonDegrees) {
    var cities = new Best();
    var pull = new Best();
    IntConsumer weigh =
        place -> {
          if ((file.flags[place] & NESTED) != 0) {
            return;
          }
          double km = distanceKm(place, latDegrees, lonDegrees);
          int population = file.populations[place];
          if (population >= CITY_POPULATION && km <= coreKm(population)) {
            cities.offer(place, -km);
          }
          if (km <= reachKm(population)) {
            double softened = km + SUBURB_KM;
            pull.offer(place, (population + 1.0) / (softened * softened));
          }
        };
    forEachWithin(latDegrees, lonDegrees, REACH_KM, weigh);
    for (int place : large) {
      if (Math.abs(file.latDegrees(place) - latDegrees) * KM_PER_DEGREE <= LARGEST_REACH_KM) {
        weigh.accept(place);
      }
    }
    return cities.place >= 0 ? cities.result() : pull.result();
  }

  /// The places inside an area whose inhabitants may be added up: nested places are left out, so
  /// nobody is counted twice. GeoNames' figure belongs to the place as a whole and is counted where
  /// its centre lies; some Chinese figures cover a whole municipality.
  ///
  /// @param southDegrees the area's bounding box
  /// @param westDegrees the area's bounding box; east of `eastDegrees` when it crosses 180°
  /// @param northDegrees the area's bounding box
  /// @param eastDegrees the area's bounding box
  /// @param inside the area itself
  public List<Place> placesWithin(
      double southDegrees,
      double westDegrees,
      double northDegrees,
      double eastDegrees,
      Predicate<Place> inside) {
    var found = new ArrayList<Place>();
    IntConsumer collect =
        place -> {
          double lat = file.latDegrees(place);
          if (lat >= southDegrees && lat <= northDegrees && (file.flags[place] & NESTED) == 0) {
            var candidate = place(place);
            if (inside.test(candidate)) {
              found.add(candidate);
            }
          }
        };
    if (westDegrees <= eastDegrees) {
      forEachInBox(southDegrees, westDegrees, northDegrees, eastDegrees, collect);
    } else {
      forEachInBox(southDegrees, westDegrees, northDegrees, 180, collect);
      forEachInBox(southDegrees, -180, northDegrees, eastDegrees, collect);
    }
    found.sort(
        Comparator.comparingInt(Place::population).reversed().thenComparingInt(Place::geonameId));
    return found;
  }

  /// A place of that name near a point, the largest if there are several.
  ///
  /// @param name compared without regard to case and diacritics
  /// @param latDegrees -90 to 90
  /// @param lonDegrees -180 to 180
  /// @param maxKm farthest great-circle distance, above 0
  public Optional<Place> findNamed(
      String name, double latDegrees, double lonDegrees, double maxKm) {
    var wanted = ChineseNames.fold(name);
    var search = new Best();
    forEachWithin(
        latDegrees,
        lonDegrees,
        maxKm,
        place -> {
          if (ChineseNames.fold(file.name(place)).equals(wanted)) {
            search.offer(place, file.populations[place]);
          }
        });
    return search.result();
  }

  /// A cluster's name in Chinese: its cities' Chinese names joined as in English, the state codes
  /// dropped. A city without a Chinese name in the gazetteer keeps its own.
  ///
  /// @param clusterName such as `San Jose–San Francisco, CA`
  /// @param economies the cluster's ISO 3166-1 alpha-2 codes, which tell cities of one name apart
  public String chineseName(String clusterName, List<String> economies) {
    return chinese.ofCluster(clusterName, economies);
  }

  private static double coreKm(int population) {
    return 7.5 * Math.min(1, Math.sqrt(population / 1e6));
  }

  private static double reachKm(int population) {
    return population >= LARGEST
        ? LARGEST_REACH_KM
        : population >= LARGE ? LARGE_REACH_KM : REACH_KM;
  }

  private double distanceKm(int place, double latDegrees, double lonDegrees) {
    double lat = Math.toRadians(file.latDegrees(place));
    double otherLat = Math.toRadians(latDegrees);
    double sinLat = Math.sin((lat - otherLat) / 2);
    double sinLon = Math.sin(Math.toRadians(file.lonDegrees(place) - lonDegrees) / 2);
    double h = sinLat * sinLat + Math.cos(lat) * Math.cos(otherLat) * sinLon * sinLon;
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
  }

  private void forEachWithin(
      double latDegrees, double lonDegrees, double km, IntConsumer consumer) {
    if (!(Math.abs(latDegrees) <= 90) || !(Math.abs(lonDegrees) <= 180)) {
      throw new IllegalArgumentException("not a position: " + latDegrees + ", " + lonDegrees);
    }
    double latReach = km / KM_PER_DEGREE;
    double south = latDegrees - latReach;
    double north = latDegrees + latReach;
    IntConsumer near =
        place -> {
          if (distanceKm(place, latDegrees, lonDegrees) <= km) {
            consumer.accept(place);
          }
        };
    // Half the width of a cap of that radius; where the cap holds a pole, every longitude.
    double sine = Math.sin(Math.min(km / EARTH_RADIUS_KM, Math.PI / 2));
    double cosine = Math.cos(Math.toRadians(latDegrees));
    if (north >= 90 || south <= -90 || sine >= cosine) {
      forEachInBox(south, -180, north, 180, near);
      return;
    }
    double lonReach = Math.toDegrees(Math.asin(sine / cosine));
    double west = lonDegrees - lonReach;
    double east = lonDegrees + lonReach;
    forEachInBox(south, Math.max(west, -180), north, Math.min(east, 180), near);
    if (west < -180) {
      forEachInBox(south, west + 360, north, 180, near);
    }
    if (east > 180) {
      forEachInBox(south, -180, north, east - 360, near);
    }
  }

  private void forEachInBox(
      double south, double west, double north, double east, IntConsumer consumer) {
    int last = GazetteerFile.bandOf(north);
    for (int band = GazetteerFile.bandOf(south); band <= last; band++) {
      int end = file.bandStarts[band + 1];
      int from = file.firstEastOf(west, file.bandStarts[band], end);
      for (int i = from; i < end && file.lonDegrees(i) <= east; i++) {
        consumer.accept(i);
      }
    }
  }

  private Place place(int i) {
    return new Place(
        file.ids[i],
        file.name(i),
        chinese.ofPlace(i),
        file.country(i),
        file.admin(i),
        file.populations[i],
        file.latDegrees(i),
        file.lonDegrees(i));
  }

  /// The candidate with the highest score, ties to the smallest identifier.
  private final class Best {
    private int place = -1;
    private double score;

    void offer(int candidate, double candidateScore) {
      boolean better =
          place < 0
              || candidateScore > score
              || (candidateScore == score && file.ids[candidate] < file.ids[place]);
      if (better) {
        place = candidate;
        score = candidateScore;
      }
    }

    Optional<Place> result() {
      return place < 0 ? Optional.empty() : Optional.of(place(place));
    }
  }
}
