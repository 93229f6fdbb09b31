package org.ronghe.match.quantity;

/// A number with a unit in a text, as the range of values it allows.
///
/// @param low smallest value in the dimension's base unit, or −∞
/// @param high largest, or +∞
/// @param dimension what is measured
/// @param about the words before it that say of what, such as `纯度`; may be empty
/// @param written as it stands in the text
/// @param from first character of it
/// @param to one past the last
public record Quantity(
    double low,
    double high,
    Unit.Dimension dimension,
    String about,
    String written,
    int from,
    int to) {

  /// Relative slack for what was rounded when it was written.
  private static final double SLACK = 1e-9;

  public Quantity {
    if (Double.isNaN(low) || Double.isNaN(high) || low > high) {
      throw new IllegalArgumentException("no range from " + low + " to " + high);
    }
  }

  /// Whether it only gives a bound or a range, so that it asks for something.
  public boolean isConstraint() {
    return low != high;
  }

  /// Whether a stated quantity meets this one as a demand.
  ///
  /// A stated value must lie in the range. A stated bound in the same direction must be as strict
  /// ("≥ 98 %" meets "≥ 95 %"); a stated range must reach all that a demanded range covers where
  /// the demand is closed on both sides ("−40 to 85 °C" meets "−20 to 60 °C").
  public boolean isMetBy(Quantity stated) {
    double slack = SLACK * Math.max(Math.abs(finite(low, high)), Math.abs(finite(high, low)));
    if (!stated.isConstraint()) {
      return stated.low >= low - slack && stated.low <= high + slack;
    }
    boolean closed = Double.isFinite(low) && Double.isFinite(high) && isConstraint();
    if (closed) {
      return stated.low <= low + slack && stated.high >= high - slack;
    }
    return stated.low >= low - slack && stated.high <= high + slack;
  }

  private static double finite(double value, double otherwise) {
    return Double.isFinite(value) ? value : Double.isFinite(otherwise) ? otherwise : 1;
  }
}
