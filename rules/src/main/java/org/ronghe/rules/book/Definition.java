package org.ronghe.rules.book;

import java.util.List;
import java.util.Optional;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.Words;

/// A value with a name: a ratio, an indicator's points, a total, a level, an amount.
///
/// @param id as expressions use it
/// @param unit as written: `percent`, `point`, a currency, a word; empty where it follows
/// @param most the most points it can give, where it is a score
public record Definition(
    String id, Place place, Label label, ValueRule rule, String unit, Optional<Exact> most) {

  /// What is said about it.
  ///
  /// @param source the text it stands in; empty for a helper
  /// @param evidence ids of what is asked for
  /// @param unconfirmed what is doubtful; empty if nothing is
  public record Label(
      Words name, String source, Words note, List<String> evidence, Words unconfirmed) {
    public Label {
      evidence = List.copyOf(evidence);
    }
  }

  /// The unit as a value; a plain number where none is written.
  public org.ronghe.rules.language.Unit countedIn() {
    return Fields.unit(unit);
  }

  public boolean isScore() {
    return most.isPresent();
  }
}
