package org.ronghe.rules.fast;

import java.util.List;
import org.ronghe.rules.book.ValueRule.Band;

/// Bands as arrays of doubles.
final class Bands {
  private final double[] lows;
  private final double[] highs;
  private final boolean[] lowIncluded;
  private final boolean[] highIncluded;
  private final double[] least;
  private final double[] most;
  private final double[] edgeErrors;
  private final boolean exactPoints;
  private double allLeast;
  private double allMost;
  private int allFlags;

  Bands(List<Band> bands) {
    int n = bands.size();
    lows = new double[n];
    highs = new double[n];
    lowIncluded = new boolean[n];
    highIncluded = new boolean[n];
    least = new double[n];
    most = new double[n];
    edgeErrors = new double[n];
    boolean exact = true;
    for (int i = 0; i < n; i++) {
      var band = bands.get(i);
      lows[i] = band.low().map(edge -> edge.nearest()).orElse(Double.NEGATIVE_INFINITY);
      highs[i] = band.high().map(edge -> edge.nearest()).orElse(Double.POSITIVE_INFINITY);
      lowIncluded[i] = band.lowIncluded();
      highIncluded[i] = band.highIncluded();
      least[i] = band.points().least().nearest();
      most[i] = band.points().most().nearest();
      edgeErrors[i] =
          Math.max(
              band.low().map(edge -> off(edge)).orElse(0.0),
              band.high().map(edge -> off(edge)).orElse(0.0));
      exact &= off(band.points().least()) == 0 && off(band.points().most()) == 0;
      allLeast = i == 0 ? least[i] : Math.min(allLeast, least[i]);
      allMost = i == 0 ? most[i] : Math.max(allMost, most[i]);
      allFlags |= least[i] < most[i] ? Register.HUMAN : 0;
    }
    exactPoints = exact;
  }

  private static double off(org.ronghe.rules.number.Exact number) {
    double nearest = number.nearest();
    return FactColumns.exact(nearest).equals(number) ? 0 : Math.ulp(nearest);
  }

  boolean isWhole() {
    for (int i = 0; i < least.length; i++) {
      if (least[i] != Math.rint(least[i]) || most[i] != Math.rint(most[i])) {
        return false;
      }
    }
    return exactPoints;
  }

  /// All bands may be meant.
  void all(Register out) {
    int doubt = out.flags & (Register.MISSING | Register.HUMAN);
    out.low = allLeast;
    out.high = allMost;
    out.error = exactPoints ? 0 : Math.ulp(Math.max(Math.abs(allLeast), Math.abs(allMost)));
    out.flags = doubt | allFlags;
    out.settle();
  }

  /// The band of a known number.
  ///
  /// @return false if doubles cannot tell, or there is none
  boolean find(Register out) {
    double value = out.low;
    for (int i = 0; i < lows.length; i++) {
      double off = out.error + edgeErrors[i];
      off = off > 0 ? off + Math.ulp(value) : 0;
      double above = value - lows[i];
      double below = highs[i] - value;
      if (off > 0 && (Math.abs(above) <= off || Math.abs(below) <= off)) {
        return false;
      }
      if ((above > 0 || (above == 0 && lowIncluded[i]))
          && (below > 0 || (below == 0 && highIncluded[i]))) {
        out.low = least[i];
        out.high = most[i];
        out.error = exactPoints ? 0 : Math.ulp(most[i]);
        out.flags = least[i] < most[i] ? Register.HUMAN : 0;
        return true;
      }
    }
    return false;
  }
}
