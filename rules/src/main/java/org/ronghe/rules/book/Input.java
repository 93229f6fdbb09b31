package org.ronghe.rules.book;

import java.util.List;
import java.util.Optional;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.Words;

/// One thing a rulebook asks for.
///
/// @param name as expressions use it
/// @param words what it is called; empty where the dictionary's name serves
/// @param origin where its value comes from
public record Input(String name, Place place, Words words, Origin origin) {

  /// Where a value comes from.
  public sealed interface Origin {}

  /// A fact of the firm, or of another organisation that a fact names.
  ///
  /// @param attribute key in the fact dictionary
  /// @param via attributes that lead from the firm to the organisation; empty for the firm itself
  /// @param absent what it means that nothing is recorded
  /// @param judged who judges it, where a missing value waits for a person; otherwise empty
  /// @param between least and most value, where a missing value still lies between two numbers
  /// @param currency of money
  /// @param since date attribute before whose year nothing is asked for
  public record Fact(
      String attribute,
      Period period,
      List<String> via,
      Absent absent,
      Words judged,
      Optional<Range> between,
      String currency,
      Optional<String> since)
      implements Origin {
    public Fact {
      via = List.copyOf(via);
    }
  }

  /// A number the operator sets, such as a weight that no document prints.
  public record Parameter(Optional<Range> between) implements Origin {}

  /// A value that another rulebook works out for the same firm.
  public record Worked(String rulebook, String value) implements Origin {}

  /// The sum of a figure over the firm and those it is tied to.
  public record Grouped(String attribute, Period period, String group, String currency)
      implements Origin {}

  /// Two ends, both included.
  public record Range(Exact least, Exact most) {}

  /// What it means that nothing is recorded.
  public enum Absent {
    /// Nobody knows.
    MISSING,
    /// There is none: registers are complete.
    NONE
  }
}
