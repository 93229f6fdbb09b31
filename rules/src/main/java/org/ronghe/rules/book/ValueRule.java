package org.ronghe.rules.book;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Place;

/// How a value comes about.
public sealed interface ValueRule {
  /// A formula, rounded if the document says so.
  record Computed(Formula formula, Optional<Rounding> rounding) implements ValueRule {}

  /// The points of the band a measure lies in.
  record Banded(Formula measure, List<Band> bands) implements ValueRule {
    public Banded {
      bands = List.copyOf(bands);
    }
  }

  /// The first row whose condition holds.
  record Cases(List<Row> rows, Optional<Rounding> rounding) implements ValueRule {
    public Cases {
      rows = List.copyOf(rows);
    }
  }

  /// Points by code.
  record ByCode(Formula code, Map<String, Outcome> outcomes, Optional<Outcome> otherwise)
      implements ValueRule {
    public ByCode {
      outcomes = Ordered.copy(outcomes);
    }
  }

  /// The sum of other values.
  ///
  /// @param cap the sum is cut to it where the document says so
  record Sum(List<String> parts, Optional<Exact> cap) implements ValueRule {
    public Sum {
      parts = List.copyOf(parts);
    }
  }

  /// The greatest of other values.
  record Better(List<String> options) implements ValueRule {
    public Better {
      options = List.copyOf(options);
    }
  }

  /// One row.
  ///
  /// @param condition nothing for "otherwise"
  record Row(Place place, Optional<Formula> condition, Outcome outcome) {}

  /// What a row or code gives.
  sealed interface Outcome {}

  /// Points; two different ends where a person chooses between them.
  record Points(Exact least, Exact most) implements Outcome {}

  /// A formula's value.
  record Worth(Formula formula) implements Outcome {}

  /// A word such as `large`.
  record Word(String code) implements Outcome {}

  /// A range of a measure and what it gives. Empty ends are open.
  record Band(
      Place place,
      Optional<Exact> low,
      boolean lowIncluded,
      Optional<Exact> high,
      boolean highIncluded,
      Points points) {}

  /// Rounding as the document states it.
  ///
  /// @param step multiples of this, in the smallest unit for money
  record Rounding(Exact step, java.math.RoundingMode mode) {}
}
