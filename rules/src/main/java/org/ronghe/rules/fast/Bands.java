package org.ronghe.rules.fast;

import java.lang.classfile.Label;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.book.ValueRule.Band;
import org.ronghe.rules.number.Exact;

/// Bands as arrays of doubles, with the edges as fractions for what lies on them.
final class Bands {
  private final double[] lows;
  private final double[] highs;
  private final Edges lowEdges;
  private final Edges highEdges;
  private final double[] least;
  private final double[] most;
  private final Edges points;
  private final double[] edgeErrors;
  private final boolean exactPoints;
  private double allLeast;
  private double allMost;
  private int allFlags;

  Bands(List<Band> bands) {
    int n = bands.size();
    lows = new double[n];
    highs = new double[n];
    lowEdges = new Edges(n);
    highEdges = new Edges(n);
    points = new Edges(n);
    least = new double[n];
    most = new double[n];
    edgeErrors = new double[n];
    boolean exact = true;
    for (int i = 0; i < n; i++) {
      var band = bands.get(i);
      lows[i] = band.low().map(Exact::nearest).orElse(Double.NEGATIVE_INFINITY);
      highs[i] = band.high().map(Exact::nearest).orElse(Double.POSITIVE_INFINITY);
      lowEdges.put(i, band.low(), band.lowIncluded());
      highEdges.put(i, band.high(), band.highIncluded());
      points.put(i, Optional.of(band.points().least()), true);
      least[i] = band.points().least().nearest();
      most[i] = band.points().most().nearest();
      edgeErrors[i] =
          Math.max(band.low().map(Bands::off).orElse(0.0), band.high().map(Bands::off).orElse(0.0));
      exact &= off(band.points().least()) == 0 && off(band.points().most()) == 0;
      allLeast = i == 0 ? least[i] : Math.min(allLeast, least[i]);
      allMost = i == 0 ? most[i] : Math.max(allMost, most[i]);
      allFlags |= least[i] < most[i] ? Register.HUMAN : 0;
    }
    exactPoints = exact;
  }

  /// Edges, or points, as fractions.
  private static final class Edges {
    final long[] tops;
    final long[] bottoms;
    final boolean[] included;

    Edges(int n) {
      tops = new long[n];
      bottoms = new long[n];
      included = new boolean[n];
    }

    void put(int i, Optional<Exact> edge, boolean included) {
      this.included[i] = included;
      edge.ifPresent(number -> {
        bottoms[i] = Fractions.bottomOf(number);
        tops[i] = number.numerator().longValue();
      });
    }

    /// How a fraction compares with one of these.
    int compare(int i, long top, long bottom) {
      return Fractions.compare(top, bottom, tops[i], bottoms[i]);
    }
  }

  private static double off(Exact number) {
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

  /// How often the points have been rounded.
  int roundings() {
    return exactPoints ? 0 : 1;
  }

  /// Writes the search for the band of a number.
  ///
  /// @param value the local variable
  /// @return the local variable of its points
  int write(TitleCode code, int value, int roundings, Label undecided) {
    int result = code.constant(0);
    Label done = code.to().newLabel();
    for (int i = 0; i < lows.length; i++) {
      Label next = code.to().newLabel();
      int off = roundings + (edgeErrors[i] > 0 ? 1 : 0);
      if (lows[i] > Double.NEGATIVE_INFINITY) {
        int edge = code.constant(lows[i]);
        code.apart(value, edge, off, undecided);
        code.to().dload(value).dload(edge).dcmpl();
        if (lowEdges.included[i]) {
          code.to().iflt(next);
        } else {
          code.to().ifle(next);
        }
      }
      if (highs[i] < Double.POSITIVE_INFINITY) {
        int edge = code.constant(highs[i]);
        code.apart(value, edge, off, undecided);
        code.to().dload(value).dload(edge).dcmpl();
        if (highEdges.included[i]) {
          code.to().ifgt(next);
        } else {
          code.to().ifge(next);
        }
      }
      if (least[i] == most[i]) {
        code.to().loadConstant(least[i]).dstore(result).goto_(done);
      } else {
        code.to().goto_(undecided);
      }
      code.to().labelBinding(next);
    }
    code.to().goto_(undecided);
    code.to().labelBinding(done);
    return result;
  }

  /// All bands may be meant.
  void all(Register out) {
    leave(out, allLeast, allMost, (out.flags & (Register.MISSING | Register.HUMAN)) | allFlags);
  }

  private void leave(Register out, double low, double high, int flags) {
    double error = exactPoints ? 0 : Math.ulp(Math.max(Math.abs(low), Math.abs(high)));
    out.range(low, high, error, flags);
    out.settle();
  }

  /// The band of a known number.
  ///
  /// @return false if neither doubles nor fractions can tell, or there is none
  boolean find(Register out) {
    double value = out.low;
    for (int i = 0; i < lows.length; i++) {
      double off = out.error + edgeErrors[i];
      off = off > 0 ? off + Math.ulp(value) : 0;
      double above = value - lows[i];
      double below = highs[i] - value;
      if (off > 0 && Math.abs(above) <= off) {
        int side = side(out, lowEdges, i);
        if (side == Fractions.UNSURE) {
          return false;
        }
        above = side;
      }
      if (off > 0 && Math.abs(below) <= off) {
        int side = side(out, highEdges, i);
        if (side == Fractions.UNSURE) {
          return false;
        }
        below = -side;
      }
      if ((above > 0 || (above == 0 && lowEdges.included[i]))
          && (below > 0 || (below == 0 && highEdges.included[i]))) {
        take(out, i);
        return true;
      }
    }
    return false;
  }

  /// On which side of an edge a known number lies that doubles cannot tell from it.
  private static int side(Register out, Edges edges, int i) {
    return out.bottom == 0
        ? edges.compare(i, (long) out.low, Fractions.bottomOf(out.low, out.error))
        : edges.compare(i, out.top, out.bottom);
  }

  private void take(Register out, int i) {
    out.range(
        least[i],
        most[i],
        exactPoints ? 0 : Math.ulp(most[i]),
        least[i] < most[i] ? Register.HUMAN : 0);
    if (!exactPoints && least[i] == most[i]) {
      out.top = points.tops[i];
      out.bottom = points.bottoms[i];
    }
  }

  /// The bands that a range touches.
  ///
  /// @return false if doubles cannot tell, or there is none
  boolean over(Register out) {
    boolean any = false;
    double low = 0;
    double high = 0;
    int flags = out.flags & (Register.MISSING | Register.HUMAN);
    for (int i = 0; i < lows.length; i++) {
      double off = out.error + edgeErrors[i];
      off = off > 0 ? off + Math.ulp(out.low) + Math.ulp(out.high) : 0;
      double above = out.high - lows[i];
      double below = highs[i] - out.low;
      if (off > 0 && (Math.abs(above) <= off || Math.abs(below) <= off)) {
        return false;
      }
      if ((above > 0 || (above == 0 && lowEdges.included[i]))
          && (below > 0 || (below == 0 && highEdges.included[i]))) {
        low = any ? Math.min(low, least[i]) : least[i];
        high = any ? Math.max(high, most[i]) : most[i];
        flags |= least[i] < most[i] ? Register.HUMAN : 0;
        any = true;
      }
    }
    if (any) {
      leave(out, low, high, flags);
    }
    return any;
  }
}
