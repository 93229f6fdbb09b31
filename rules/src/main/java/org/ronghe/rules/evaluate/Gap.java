package org.ronghe.rules.evaluate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.source.Words;

/// A smallest set of changes that turns an answer to met.
///
/// @param changes none of which can be left out
/// @param nearness for the order among gaps of the same size: the relative changes added up
/// @param notBefore the day before which it cannot be, if one of the changes needs time
public record Gap(List<Change> changes, double nearness, Optional<LocalDate> notBefore) {
  public Gap {
    changes = List.copyOf(changes);
  }

  /// A clause, or the points of an indicator, that has to change.
  ///
  /// @param clause id of the clause, or of the score's part
  /// @param levers single inputs each of which would do it alone
  /// @param notBefore the day before which it cannot be
  /// @param cost what the rulebook says it costs
  public record Change(
      String clause,
      Words text,
      Kind kind,
      List<Lever> levers,
      Optional<LocalDate> notBefore,
      Optional<Quantity> cost) {
    public Change {
      levers = List.copyOf(levers);
    }
  }

  /// One input that would do, all else being as it is.
  ///
  /// @param input its name in the rulebook
  /// @param year the calendar year it stands for; empty where it holds today or is counted
  public record Lever(String input, Content from, Content to, Unit unit, Optional<Integer> year) {}

  /// What a change is.
  public enum Kind {
    /// A value must change.
    CHANGE("change"),
    /// A fact must be known.
    DATA("data"),
    /// A person must judge.
    JUDGEMENT("judgement"),
    /// Time must pass.
    TIME("time"),
    /// Another rulebook's title must be met.
    TITLE("title");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    public String code() {
      return code;
    }
  }
}
