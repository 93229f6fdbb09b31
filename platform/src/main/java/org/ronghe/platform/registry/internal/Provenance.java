package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a public achievement comes from, as far as everybody may know.
///
/// @param history what became of it, the oldest first
/// @param maturity what its readiness rests on; null where nothing was said of it
/// @param evaluations whose grades its holders made public
public record Provenance(
    List<Step> history, @Nullable Maturity maturity, List<Outcome> evaluations) {
  public Provenance {
    history = List.copyOf(history);
    evaluations = List.copyOf(evaluations);
  }

  /// Something that became of it.
  ///
  /// @param what `handed_in`, `registered`, or `chosen` for a preferred plan
  /// @param detail the number it was registered under, or the year of a plan; may be empty
  /// @param plan the preferred plan; null where it is about none
  public record Step(String what, LocalDate day, String detail, @Nullable Long plan) {}

  /// A level of readiness with what it rests on.
  ///
  /// @param day as it was filled in; may be empty
  /// @param assessor who assessed it, as it was filled in; may be empty
  /// @param evidence by level, what shows that it was reached
  public record Maturity(int level, String day, String assessor, Map<String, String> evidence) {
    public Maturity {
      evidence = Map.copyOf(evidence);
    }
  }

  /// What an evaluation found.
  ///
  /// @param grades by dimension; those of which nothing was said are missing
  public record Outcome(LocalDate day, Map<String, String> grades) {
    public Outcome {
      grades = Map.copyOf(grades);
    }
  }
}
