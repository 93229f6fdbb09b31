package org.ronghe.sphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What must hold whatever the input: threads, order and place on the globe do not matter.
class DbscanTest {

  @Test
  void anyNumberOfThreadsGivesTheSameResult() {
    for (int seed = 0; seed < 3; seed++) {
      PointSet points = cities(new Random(seed), 60_000, seed == 1);
      int[] one = points.cluster(15_000, 60, 1).labels();
      assertThat(Arrays.stream(one).filter(label -> label >= 0).distinct().count())
          .as("clusters, seed %d", seed)
          .isGreaterThan(10);
      for (int threads : new int[] {2, 3, 8}) {
        Clustering many = points.cluster(15_000, 60, threads);
        assertThat(many.labels()).as("seed %d, %d threads", seed, threads).isEqualTo(one);
      }
    }
  }

  @Test
  void theOrderOfTheInputOnlyRenamesLabels() {
    for (int seed = 0; seed < 5; seed++) {
      Random random = new Random(seed);
      PointSet points = cities(random, 5_000, true);
      int[] order = PointSet.randomOrder(points.size(), random);
      Clustering plain = points.cluster(15_000, 20, 1);
      Clustering shuffled = points.shuffled(order).cluster(15_000, 20, 2);
      assertThat(shuffled.clusters()).isEqualTo(plain.clusters());
      int[] nameOf = new int[points.size()];
      Arrays.fill(nameOf, Integer.MIN_VALUE);
      for (int i = 0; i < order.length; i++) {
        assertThat(shuffled.role(i))
            .as("seed %d, point %d", seed, i)
            .isEqualTo(plain.role(order[i]));
        int label = plain.label(order[i]);
        if (label < 0) {
          continue;
        }
        if (nameOf[label] == Integer.MIN_VALUE) {
          nameOf[label] = shuffled.label(i);
        }
        assertThat(shuffled.label(i)).as("seed %d, point %d", seed, i).isEqualTo(nameOf[label]);
      }
    }
  }

  @Test
  void turningTheGlobeChangesNothing() {
    for (int seed = 0; seed < 5; seed++) {
      PointSet points = cities(new Random(seed), 5_000, false);
      int[] plain = points.cluster(15_000, 20, 1).labels();
      for (int turn : new int[] {17, 90, 180, 301}) {
        PointSet turned = new PointSet();
        for (int i = 0; i < points.size(); i++) {
          double lon = points.lon()[i] + turn;
          turned.add(points.lat()[i], lon > 180 ? lon - 360 : lon, points.weight()[i]);
        }
        assertThat(turned.cluster(15_000, 20, 1).labels())
            .as("seed %d, turned by %d degrees", seed, turn)
            .isEqualTo(plain);
      }
    }
  }

  @Test
  void aPlaceSharedByVeryManyPointsTakesNoLongerThanOthers() {
    int n = 1_000_000;
    double[] lat = new double[n];
    double[] lon = new double[n];
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      // Four places in a row, each exactly the radius from the next, and none dense by itself.
      lat[i] = 48 + 0.125 * (i % 4);
      lon[i] = 2;
      weight[i] = 1 + i % 2;
    }
    double radius = Geodesy.distanceMeters(48, 2, 48.125, 2);
    double three = 3.0 * n / 4 * 1.5 - n;
    Clustering clustering =
        Dbscan.cluster(lat, lon, weight, new DbscanParameters(radius, three, 2));
    assertThat(clustering.clusters()).isEqualTo(1);
    BruteForce small = new BruteForce(fourPlaces(), radius, 3);
    for (int i = 0; i < 8; i++) {
      assertThat(clustering.isCore(i)).as("point %d", i).isEqualTo(small.core[i % 4]);
    }
  }

  private static PointSet fourPlaces() {
    PointSet places = new PointSet();
    for (int i = 0; i < 4; i++) {
      places.add(48 + 0.125 * i, 2, i % 2 == 0 ? 1 : 2);
    }
    return places;
  }

  @Test
  void tenTimesTheDoubleOneTenthReachesOne() {
    // The double nearest to 0.1 is a little more than 0.1; a running sum would end below 1.
    PointSet points = new PointSet();
    for (int i = 0; i < 10; i++) {
      points.add(1, 1, 0.1);
    }
    assertThat(points.cluster(10, 1, 1).clusters()).isEqualTo(1);
    assertThat(points.cluster(10, Math.nextUp(1), 1).clusters()).isEqualTo(0);
    points.add(50, 1, 0.2);
    assertThat(points.cluster(10, 1, 1).clusters()).isEqualTo(1);
    assertThat(points.cluster(10, Math.nextUp(1), 1).clusters()).isEqualTo(0);
  }

  @Test
  void noPointsMakeNoClusters() {
    Clustering none = new PointSet().cluster(15_000, 1, 4);
    assertThat(none.size()).isZero();
    assertThat(none.clusters()).isZero();
    assertThat(none.labels()).isEmpty();
  }

  @Test
  void aSinglePointIsACoreWhenItsWeightSuffices() {
    PointSet point = new PointSet().add(30.5, 114.3, 5);
    assertThat(point.cluster(0, 5, 1).role(0)).isEqualTo(Role.CORE);
    assertThat(point.cluster(0, Math.nextUp(5), 1).role(0)).isEqualTo(Role.NOISE);
    assertThat(point.cluster(0, 5, 1).label(0)).isZero();
    assertThat(point.cluster(0, 6, 1).label(0)).isEqualTo(Clustering.NOISE);
  }

  @Test
  void aBorderPointJoinsItsNearestCoreAndOnATieTheSmallestIndex() {
    PointSet border = new PointSet().add(0, 0.5, 1);
    for (int i = 0; i < 3; i++) {
      border.add(0, 1, 1).add(0, 0, 1);
    }
    border.add(0, 1.25, 5).add(0, -0.25, 5);
    Clustering found = border.cluster(60_000, 8, 1);
    assertThat(found.role(0)).isEqualTo(Role.BORDER);
    assertThat(found.label(0)).isEqualTo(1);
    assertThat(found.clusters()).isEqualTo(2);
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    DbscanParameters parameters = new DbscanParameters(1, 1, 1);
    double[] one = {1};
    assertThatThrownBy(() -> Dbscan.cluster(new double[] {90.5}, one, one, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("point 0")
        .hasMessageContaining("90.5");
    assertThatThrownBy(() -> Dbscan.cluster(one, new double[] {Double.NaN}, one, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> Dbscan.cluster(one, one, new double[] {-1}, parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("weight -1.0");
    assertThatThrownBy(
            () -> Dbscan.cluster(one, one, new double[] {Double.POSITIVE_INFINITY}, parameters))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Dbscan.cluster(one, one, new double[2], parameters))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lengths differ");
    assertThatThrownBy(() -> new DbscanParameters(-1, 1, 1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new DbscanParameters(1, Double.NaN, 1)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new DbscanParameters(1, 1, 0)).hasMessageContaining("0");
  }

  /// Cities of very different sizes with coordinates on a fine binary grid, so that turning by
  /// whole degrees is exact.
  private static PointSet cities(Random random, int n, boolean weighted) {
    double[][] cities = new double[60][];
    for (int i = 0; i < cities.length; i++) {
      cities[i] =
          new double[] {
            random.nextDouble() * 140 - 65,
            random.nextDouble() * 360 - 180,
            0.02 + 0.08 * random.nextDouble()
          };
    }
    PointSet points = new PointSet();
    for (int i = 0; i < n; i++) {
      double[] city = cities[(int) (60 * Math.pow(random.nextDouble(), 3))];
      double lon = city[1] + random.nextGaussian() * city[2];
      lon = lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon;
      points.add(
          onGrid(city[0] + random.nextGaussian() * city[2]),
          onGrid(lon),
          weighted ? 0.3 * (1 + random.nextInt(6)) : 1);
    }
    return points;
  }

  private static double onGrid(double degrees) {
    return Math.rint(degrees * 0x1p30) * 0x1p-30;
  }
}
