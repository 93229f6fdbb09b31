package org.ronghe.sphere;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/// Distances, directions and centres against closed forms.
class GeodesyTest {

  private static final double DEGREE = Math.PI / 180 * Geodesy.MEAN_RADIUS_METERS;

  @Test
  void distancesAlongTheEquatorAndMeridiansAreArcs() {
    assertThat(Geodesy.distanceMeters(0, 0, 0, 1)).isCloseTo(DEGREE, within(1e-8));
    assertThat(Geodesy.distanceMeters(-30, 7, 60, 7)).isCloseTo(90 * DEGREE, within(1e-6));
    assertThat(Geodesy.distanceMeters(0, 0, 0, 180)).isCloseTo(180 * DEGREE, within(1e-6));
    assertThat(Geodesy.distanceMeters(90, 12, -90, -70)).isCloseTo(180 * DEGREE, within(1e-6));
    assertThat(Geodesy.distanceMeters(80, 0, 80, 180)).isCloseTo(20 * DEGREE, within(1e-6));
  }

  @Test
  void onePlaceWrittenTwoWaysIsAtDistanceZero() {
    assertThat(Geodesy.distanceMeters(12.3, 180, 12.3, -180)).isZero();
    assertThat(Geodesy.distanceMeters(90, 0, 90, 137)).isZero();
    assertThat(Geodesy.distanceMeters(-90, -180, -90, 3)).isZero();
    assertThat(Geodesy.distanceMeters(0.0, -0.0, -0.0, 0.0)).isZero();
  }

  @Test
  void distancesAreSymmetricAndKeepTheirDigitsAcrossTheAntimeridian() {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      double lat1 = random.nextDouble() * 180 - 90;
      double lat2 = random.nextDouble() * 180 - 90;
      double lon1 = random.nextDouble() * 360 - 180;
      double lon2 = random.nextDouble() * 360 - 180;
      assertThat(Geodesy.distanceMeters(lat1, lon1, lat2, lon2))
          .isEqualTo(Geodesy.distanceMeters(lat2, lon2, lat1, lon1));
    }
    double step = 0x1p-40;
    assertThat(Geodesy.distanceMeters(0, 180 - step, 0, -180 + step))
        .isEqualTo(Geodesy.distanceMeters(0, -step, 0, step));
  }

  @Test
  void aDestinationLiesAtItsDistanceInItsDirection() {
    Random random = new Random(2);
    for (int i = 0; i < 2_000; i++) {
      GeoPoint start =
          new GeoPoint(random.nextDouble() * 178 - 89, random.nextDouble() * 360 - 180);
      double azimuth = random.nextDouble() * 360;
      double meters = 10 + random.nextDouble() * 1.9e7;
      GeoPoint end = Geodesy.destination(start, azimuth, meters);
      assertThat(start.distanceMeters(end)).as("seed 2, %d", i).isCloseTo(meters, within(1e-5));
      double back =
          Geodesy.initialAzimuthDegrees(
              start.latDegrees(), start.lonDegrees(), end.latDegrees(), end.lonDegrees());
      double off = Math.abs(back - azimuth);
      assertThat(Math.min(off, 360 - off)).as("seed 2, %d", i).isLessThan(1e-6);
    }
  }

  @Test
  void azimuthsCountClockwiseFromNorth() {
    assertThat(Geodesy.initialAzimuthDegrees(0, 0, 1, 0)).isZero();
    assertThat(Geodesy.initialAzimuthDegrees(0, 0, 0, 1)).isCloseTo(90, within(1e-12));
    assertThat(Geodesy.initialAzimuthDegrees(0, 0, -1, 0)).isCloseTo(180, within(1e-12));
    assertThat(Geodesy.initialAzimuthDegrees(0, 179, 0, -179)).isCloseTo(90, within(1e-12));
    assertThat(Geodesy.initialAzimuthDegrees(0, 0, 0, -1)).isCloseTo(270, within(1e-12));
  }

  @Test
  void centresLieAcrossTheAntimeridianAndAtThePole() {
    SphericalCentroid pacific = new SphericalCentroid();
    pacific.add(10, 179, 1);
    pacific.add(10, -179, 1);
    GeoPoint centre = pacific.findCentre().orElseThrow();
    assertThat(Math.abs(centre.lonDegrees())).isCloseTo(180, within(1e-9));
    assertThat(centre.latDegrees()).isCloseTo(10, within(0.01));
    SphericalCentroid arctic = new SphericalCentroid();
    for (int lon = -180; lon < 180; lon += 45) {
      arctic.add(80, lon, 2);
    }
    assertThat(arctic.findCentre().orElseThrow().latDegrees()).isCloseTo(90, within(1e-6));
    assertThat(arctic.totalWeight()).isEqualTo(16);
  }

  @Test
  void aCentreIsPulledByWeightAndMayNotExist() {
    SphericalCentroid pulled = new SphericalCentroid();
    pulled.add(0, 0, 3);
    pulled.add(0, 4, 1);
    assertThat(pulled.findCentre().orElseThrow().lonDegrees()).isCloseTo(1, within(1e-3));
    SphericalCentroid antipodes = new SphericalCentroid();
    assertThat(antipodes.findCentre()).isEmpty();
    antipodes.add(30, 40, 1);
    antipodes.add(-30, -140, 1);
    assertThat(antipodes.findCentre()).isEmpty();
    assertThatThrownBy(() -> antipodes.add(91, 0, 1)).hasMessageContaining("91.0");
    assertThatThrownBy(() -> antipodes.add(0, 181, 1)).hasMessageContaining("181.0");
    assertThatThrownBy(() -> antipodes.add(0, 0, -1)).hasMessageContaining("-1.0");
  }

  @Test
  void placesOutOfRangeAreRefused() {
    assertThatThrownBy(() -> new GeoPoint(Double.NaN, 0)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new GeoPoint(0, -180.5)).hasMessageContaining("-180.5");
    assertThat(Geodesy.isLatitude(90)).isTrue();
    assertThat(Geodesy.isLatitude(Math.nextUp(90.0))).isFalse();
    assertThat(Geodesy.isLongitude(-180)).isTrue();
    assertThat(Geodesy.isLongitude(Double.NaN)).isFalse();
  }
}
