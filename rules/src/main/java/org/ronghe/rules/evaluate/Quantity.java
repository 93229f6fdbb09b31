package org.ronghe.rules.evaluate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ronghe.rules.language.Comparison;
import org.ronghe.rules.number.Exact;

/// A number as far as it is known: from `least` to `most`, or anything.
///
/// @param least null if the number can be anything; then `most` is null too
/// @param doubt why the two differ; none if they are equal
/// @param asked false for a year that is not asked for
public record Quantity(@Nullable Exact least, @Nullable Exact most, Doubt doubt, boolean asked)
    implements Content {
  /// Of a year that is not asked for.
  public static final Quantity NOT_ASKED = new Quantity(null, null, Doubt.MISSING, false);

  public Quantity {
    if ((least == null) != (most == null)
        || (least != null && most != null && least.compareTo(most) > 0)) {
      throw new IllegalArgumentException(least + " to " + most);
    }
    if (least != null && least.equals(most)) {
      doubt = Doubt.NONE;
    }
  }

  public static Quantity of(Exact value) {
    return new Quantity(value, value, Doubt.NONE, true);
  }

  public static Quantity of(long value) {
    return of(Exact.of(value));
  }

  public static Quantity between(Exact least, Exact most, Doubt doubt) {
    return new Quantity(least, most, doubt, true);
  }

  /// Can be anything.
  public static Quantity unknown(Doubt doubt) {
    return new Quantity(null, null, doubt, true);
  }

  public boolean isKnown() {
    return least != null && least.equals(most);
  }

  public boolean isBounded() {
    return least != null;
  }

  /// The number.
  ///
  /// @throws NullPointerException if it is not known
  public Exact value() {
    return Objects.requireNonNull(least);
  }

  /// The greatest it can be.
  ///
  /// @throws NullPointerException if it can be anything
  public Exact greatest() {
    return Objects.requireNonNull(most);
  }

  /// The one or the other.
  public Quantity or(Quantity other) {
    var both = doubt.and(other.doubt);
    if (least == null || most == null || other.least == null || other.most == null) {
      return unknown(both);
    }
    return between(
        least.compareTo(other.least) <= 0 ? least : other.least,
        most.compareTo(other.most) >= 0 ? most : other.most,
        both);
  }

  /// How it compares; open where its range leaves it open.
  public Answer compare(Comparison comparison, Quantity other) {
    if (least != null && most != null && other.least != null && other.most != null) {
      boolean low = comparison.holds(least.compareTo(other.most));
      boolean high = comparison.holds(most.compareTo(other.least));
      boolean known = isKnown() && other.isKnown();
      boolean apart = least.compareTo(other.most) > 0 || most.compareTo(other.least) < 0;
      boolean ordered = comparison != Comparison.EQUAL && comparison != Comparison.DIFFERENT;
      if (known || (ordered && low == high) || apart) {
        return Answer.of(low);
      }
    }
    return doubt.and(other.doubt).answer();
  }
}
