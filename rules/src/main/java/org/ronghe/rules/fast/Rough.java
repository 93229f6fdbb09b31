package org.ronghe.rules.fast;

import org.ronghe.rules.number.Exact;

/// An exact number with its nearest double, and its fraction where that fits.
///
/// @param off how far the double can be off; 0 if it is the number
/// @param bottom 0 where the fraction does not fit
record Rough(Exact exact, double nearest, double off, long top, long bottom) {
  static Rough of(Exact exact) {
    double nearest = exact.nearest();
    double off = FactColumns.exact(nearest).equals(exact) ? 0 : Math.ulp(nearest);
    long bottom = Fractions.bottomOf(exact);
    return new Rough(exact, nearest, off, bottom == 0 ? 0 : exact.numerator().longValue(), bottom);
  }
}
