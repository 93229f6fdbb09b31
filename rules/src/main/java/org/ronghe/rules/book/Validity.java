package org.ronghe.rules.book;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// When a rulebook applies.
///
/// @param whole the days of the document
/// @param cases the days for each kind of case it covers
/// @param supersededBy the rulebook that takes its place
public record Validity(Days whole, Map<CaseKind, Days> cases, Optional<String> supersededBy) {
  public Validity {
    cases = Ordered.copy(cases);
  }

  /// The days for a kind of case; nothing if it does not cover that kind.
  public Optional<Days> find(CaseKind kind) {
    return Optional.ofNullable(cases.get(kind));
  }

  /// From one day to another, both included; an open end is [LocalDate#MIN] or [LocalDate#MAX].
  public record Days(LocalDate from, LocalDate until) {
    public static final Days ALWAYS = new Days(LocalDate.MIN, LocalDate.MAX);

    public boolean contains(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }

    public boolean overlaps(Days other) {
      return !from.isAfter(other.until) && !other.from.isAfter(until);
    }
  }
}
