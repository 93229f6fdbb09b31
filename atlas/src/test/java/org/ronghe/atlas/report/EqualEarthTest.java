package org.ronghe.atlas.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EqualEarthTest {
  /// Judge: d3-geo 3.1.2, with which the land outline is drawn.
  @ParameterizedTest
  @CsvSource({
    "0, 0, 480.0000, 233.6241",
    "35.68, 139.69, 818.6421, 109.8973",
    "-33.87, 151.2, 850.1072, 351.5046",
    "64.1, -21.9, 437.8103, 31.2715",
    "90, 0, 480.0000, 0.0000",
    "-90, 0, 480.0000, 467.2483",
    "0, 180, 960.0000, 233.6241",
    "40.7, -74, 305.8743, 94.0839"
  })
  void laysPointsWhereTheLandIsDrawn(double lat, double lon, double x, double y) {
    assertThat(EqualEarth.x(lat, lon)).isCloseTo(x, within(0.001));
    assertThat(EqualEarth.y(lat)).isCloseTo(y, within(0.001));
  }
}
