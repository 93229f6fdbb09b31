package org.ronghe.atlas.locate;

import java.util.Arrays;

/// The distinct positions of a run, numbered from 0. Once sorted, the numbers follow latitude, then
/// longitude, so that they do not depend on the order of the input.
public final class Sites {
  private double[] latDegrees = new double[1024];
  private double[] lonDegrees = new double[1024];
  private int[] slots = new int[4096];
  private int size;

  /// The number of the position, added if it is new. Longitude 180 and -180 are one place.
  ///
  /// @throws IllegalArgumentException for a latitude or longitude out of range
  int add(double latDegrees, double lonDegrees) {
    if (!isPossible(latDegrees, lonDegrees)) {
      throw new IllegalArgumentException("position " + latDegrees + ", " + lonDegrees);
    }
    double lat = latDegrees + 0.0;
    double lon = lonDegrees == 180 ? -180 : lonDegrees + 0.0;
    int mask = slots.length - 1;
    int slot = hash(lat, lon) & mask;
    while (slots[slot] != 0) {
      int i = slots[slot] - 1;
      if (this.latDegrees[i] == lat && this.lonDegrees[i] == lon) {
        return i;
      }
      slot = (slot + 1) & mask;
    }
    if (size == this.latDegrees.length) {
      this.latDegrees = Arrays.copyOf(this.latDegrees, size * 2);
      this.lonDegrees = Arrays.copyOf(this.lonDegrees, size * 2);
    }
    this.latDegrees[size] = lat;
    this.lonDegrees[size] = lon;
    slots[slot] = ++size;
    if (size * 2 > slots.length) {
      rehash();
    }
    return size - 1;
  }

  /// True for a latitude within ±90 and a longitude within ±180 degrees.
  public static boolean isPossible(double latDegrees, double lonDegrees) {
    return Math.abs(latDegrees) <= 90 && Math.abs(lonDegrees) <= 180;
  }

  /// How many positions there are.
  public int size() {
    return size;
  }

  /// Latitude of site `i` in degrees.
  public double latDegrees(int i) {
    return latDegrees[i];
  }

  /// Longitude of site `i` in degrees, -180 to below 180.
  public double lonDegrees(int i) {
    return lonDegrees[i];
  }

  /// All latitudes, by site; a copy.
  public double[] latDegrees() {
    return Arrays.copyOf(latDegrees, size);
  }

  /// All longitudes, by site; a copy.
  public double[] lonDegrees() {
    return Arrays.copyOf(lonDegrees, size);
  }

  /// Renumbers by latitude, then longitude.
  ///
  /// @return the new number of each old one
  int[] sort() {
    var order = new Integer[size];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        (a, b) -> {
          int byLat = Double.compare(latDegrees[a], latDegrees[b]);
          return byLat != 0 ? byLat : Double.compare(lonDegrees[a], lonDegrees[b]);
        });
    var newNumber = new int[size];
    var lat = new double[size];
    var lon = new double[size];
    for (int i = 0; i < size; i++) {
      int old = order[i];
      newNumber[old] = i;
      lat[i] = latDegrees[old];
      lon[i] = lonDegrees[old];
    }
    latDegrees = lat;
    lonDegrees = lon;
    rehash();
    return newNumber;
  }

  private void rehash() {
    slots = new int[Integer.highestOneBit(Math.max(1024, size)) * 4];
    int mask = slots.length - 1;
    for (int i = 0; i < size; i++) {
      int slot = hash(latDegrees[i], lonDegrees[i]) & mask;
      while (slots[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      slots[slot] = i + 1;
    }
  }

  private static int hash(double lat, double lon) {
    long h =
        (Double.doubleToRawLongBits(lat) * 31 + Double.doubleToRawLongBits(lon))
            * 0x9E3779B97F4A7C15L;
    return (int) (h >>> 33);
  }
}
