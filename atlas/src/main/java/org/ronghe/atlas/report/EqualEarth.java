package org.ronghe.atlas.report;

/// The Equal Earth projection onto a sheet 960 units wide, centred on 0°, north up.
///
/// Source: Šavrič, Patterson and Jenny (2019), DOI 10.1080/13658816.2018.1504949. The sheet is that
/// of `src/main/web/build/land.mjs`.
final class EqualEarth {
  static final double WIDTH = 960;

  private static final double A1 = 1.340264;
  private static final double A2 = -0.081106;
  private static final double A3 = 0.000893;
  private static final double A4 = 0.003796;
  private static final double M = Math.sqrt(3) / 2;
  private static final double SCALE = WIDTH / 2 / Math.PI * A1 * M;
  private static final double HALF_HEIGHT = SCALE * 1.3173627591574133;

  static final double HEIGHT = 2 * HALF_HEIGHT;

  private EqualEarth() {}

  /// Units from the left edge.
  static double x(double latDegrees, double lonDegrees) {
    double l = parameter(latDegrees);
    double l2 = l * l;
    double l6 = l2 * l2 * l2;
    double slope = A1 + 3 * A2 * l2 + l6 * (7 * A3 + 9 * A4 * l2);
    return WIDTH / 2 + SCALE * Math.toRadians(lonDegrees) * Math.cos(l) / (M * slope);
  }

  /// Units from the upper edge.
  static double y(double latDegrees) {
    double l = parameter(latDegrees);
    double l2 = l * l;
    double l6 = l2 * l2 * l2;
    return HALF_HEIGHT - SCALE * l * (A1 + A2 * l2 + l6 * (A3 + A4 * l2));
  }

  private static double parameter(double latDegrees) {
    return Math.asin(M * Math.sin(Math.toRadians(latDegrees)));
  }
}
