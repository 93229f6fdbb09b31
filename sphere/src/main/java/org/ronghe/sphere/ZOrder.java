package org.ronghe.sphere;

import java.util.Arrays;

/// Puts the points of a cell in the order of a Z curve and computes their unit vectors.
///
/// One per thread: keeps its scratch memory, 16 bytes for each point of the largest cell.
final class ZOrder {

  private static final int SMALL = 64;
  private static final int LARGE_BUCKET = 16;
  private static final int LAST_STEP = (1 << 16) - 1;

  // Largest extent in degrees (0.02 radians either side) for which the Taylor series are good.
  private static final double TAYLOR_EXTENT = 2.2;

  private final int[] order;
  private final double[] lat;
  private final double[] lon;
  private long[] codes = new long[SMALL];
  private long[] spare = new long[SMALL];
  private int[] bucketEnd = new int[SMALL];

  // Bounds of the present cell in degrees.
  private double south;
  private double north;
  private double west;
  private double east;

  ZOrder(int[] order, double[] lat, double[] lon) {
    this.order = order;
    this.lat = lat;
    this.lon = lon;
  }

  /// Rearranges order[from, to) if asked to, and fills the vectors at the same positions.
  void arrange(int from, int to, boolean rearrange, double[] x, double[] y, double[] z) {
    // x and y hold plain degrees for a while, so that the input is gathered in one go.
    gather(from, to, x, y);
    if (rearrange) {
      encode(from, to, x, y);
      long[] sorted = sort(to - from);
      for (int i = 0; i < to - from; i++) {
        sorted[i] = order[from + (int) sorted[i]];
      }
      for (int i = 0; i < to - from; i++) {
        order[from + i] = (int) sorted[i];
      }
      for (int k = from; k < to; k++) {
        int point = order[k];
        x[k] = lat[point];
        y[k] = longitude(point);
      }
    }
    if (north - south <= TAYLOR_EXTENT && east - west <= TAYLOR_EXTENT) {
      nearVectors(from, to, x, y, z);
    } else {
      vectors(from, to, x, y, z);
    }
  }

  /// Longitude with 180 as -180, its place in the grid.
  private double longitude(int point) {
    double degrees = lon[point];
    return degrees == 180 ? -180 : degrees;
  }

  private void gather(int from, int to, double[] lats, double[] lons) {
    double lowLat = 90;
    double highLat = -90;
    double lowLon = 180;
    double highLon = -180;
    for (int k = from; k < to; k++) {
      int point = order[k];
      double pointLat = lat[point];
      double pointLon = longitude(point);
      lats[k] = pointLat;
      lons[k] = pointLon;
      lowLat = pointLat < lowLat ? pointLat : lowLat;
      highLat = pointLat > highLat ? pointLat : highLat;
      lowLon = pointLon < lowLon ? pointLon : lowLon;
      highLon = pointLon > highLon ? pointLon : highLon;
    }
    south = lowLat;
    north = highLat;
    west = lowLon;
    east = highLon;
  }

  /// Fills the codes: 32 bits of position on the curve over 32 bits of position in the cell.
  private void encode(int from, int to, double[] lats, double[] lons) {
    int size = to - from;
    if (codes.length < size) {
      int capacity = (int) Math.min(Integer.MAX_VALUE - 8, size + size / 4L);
      codes = new long[capacity];
      spare = new long[capacity];
    }
    double narrowing = Math.cos(Math.toRadians((south + north) / 2));
    double extent = Math.max(north - south, (east - west) * narrowing);
    double latScale = extent > 0 ? LAST_STEP / extent : 0;
    double lonScale = latScale * narrowing;
    for (int i = 0; i < size; i++) {
      int row = Math.min(LAST_STEP, (int) ((lats[from + i] - south) * latScale));
      int column = Math.min(LAST_STEP, (int) ((lons[from + i] - west) * lonScale));
      codes[i] = (spread(row) << 1 | spread(column)) << 32 | i;
    }
  }

  /// Moves bit i of 16 to bit 2i.
  private static long spread(int bits) {
    long spread = bits;
    spread = (spread | spread << 8) & 0x00ff_00ffL;
    spread = (spread | spread << 4) & 0x0f0f_0f0fL;
    spread = (spread | spread << 2) & 0x3333_3333L;
    return (spread | spread << 1) & 0x5555_5555L;
  }

  /// Sorts the codes well enough: within a few neighbours on the curve any order will do.
  private long[] sort(int size) {
    if (size <= SMALL) {
      Arrays.sort(codes, 0, size);
      return codes;
    }
    int bits = 30 - Integer.numberOfLeadingZeros(size);
    int shift = 64 - bits;
    int buckets = 1 << bits;
    if (bucketEnd.length <= buckets) {
      bucketEnd = new int[2 * buckets];
    }
    Arrays.fill(bucketEnd, 0, buckets, 0);
    for (int i = 0; i < size; i++) {
      bucketEnd[(int) (codes[i] >>> shift)]++;
    }
    int next = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      int count = bucketEnd[bucket];
      bucketEnd[bucket] = next;
      next += count;
    }
    for (int i = 0; i < size; i++) {
      spare[bucketEnd[(int) (codes[i] >>> shift)]++] = codes[i];
    }
    int from = 0;
    for (int bucket = 0; bucket < buckets; bucket++) {
      if (bucketEnd[bucket] - from > LARGE_BUCKET) {
        Arrays.sort(spare, from, bucketEnd[bucket]);
      }
      from = bucketEnd[bucket];
    }
    return spare;
  }

  /// Turns degrees in x and y into vectors by Taylor series around the middle of the cell.
  private void nearVectors(int from, int to, double[] x, double[] y, double[] z) {
    double midLat = (south + north) / 2;
    double midLon = (west + east) / 2;
    double sinMidLat = Math.sin(midLat * (Math.PI / 180));
    double cosMidLat = Math.cos(midLat * (Math.PI / 180));
    double sinMidLon = Math.sin(midLon * (Math.PI / 180));
    double cosMidLon = Math.cos(midLon * (Math.PI / 180));
    for (int k = from; k < to; k++) {
      double a = (x[k] - midLat) * (Math.PI / 180);
      double b = (y[k] - midLon) * (Math.PI / 180);
      double sinA = sine(a);
      double cosA = cosine(a);
      double sinB = sine(b);
      double cosB = cosine(b);
      double equatorial = cosMidLat * cosA - sinMidLat * sinA;
      x[k] = equatorial * (cosMidLon * cosB - sinMidLon * sinB);
      y[k] = equatorial * (sinMidLon * cosB + cosMidLon * sinB);
      z[k] = sinMidLat * cosA + cosMidLat * sinA;
    }
  }

  private static double sine(double a) {
    double square = a * a;
    return a - a * square * (1 / 6.0 - square * (1 / 120.0 - square * (1 / 5040.0)));
  }

  private static double cosine(double a) {
    double square = a * a;
    return 1 - square * (0.5 - square * (1 / 24.0 - square * (1 / 720.0 - square * (1 / 40320.0))));
  }

  private static void vectors(int from, int to, double[] x, double[] y, double[] z) {
    for (int k = from; k < to; k++) {
      double pointLat = x[k] * (Math.PI / 180);
      double pointLon = y[k] * (Math.PI / 180);
      double equatorial = Math.cos(pointLat);
      x[k] = equatorial * Math.cos(pointLon);
      y[k] = equatorial * Math.sin(pointLon);
      z[k] = Math.sin(pointLat);
    }
  }
}
