package org.ronghe.rules.book;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.Tree;

/// A case with what must come of it.
///
/// @param name as written, or made from what it varies
/// @param facts the firm's, in the form of a facts file
/// @param asOf the day; nothing for the last on which the rulebook applies
/// @param kind the kind of case; nothing for the first the rulebook covers
/// @param title the title asked for; empty for the only one
/// @param expected answers and values by id; `answer` is the title's
public record Example(
    String name,
    Place place,
    Tree.Mapping facts,
    Optional<LocalDate> asOf,
    Optional<CaseKind> kind,
    String title,
    Map<String, String> expected) {
  public Example {
    expected = Ordered.copy(expected);
  }
}
