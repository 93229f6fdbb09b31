package org.ronghe.platform.exchange.internal;

import java.util.List;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.exchange.ImportFault;

/// What rows of a table become. Its methods are called within a transaction.
///
/// @param <T> what one row becomes
interface ImportKind<T> {
  /// Its word in addresses, in the database and in keys of texts.
  String code();

  /// The columns of its template, in order.
  List<Column> columns();

  /// Whether the current actor may import such rows at all: whoever enters anything about some
  /// organisation, unless the kind says otherwise.
  default boolean allowed() {
    var actor = Actors.current();
    return actor.writesAll() || !actor.writableOrganisations().isEmpty();
  }

  /// Checks rows, the next ones of the file. Nothing is entered.
  List<Checked<T>> check(Pass pass, List<Line> lines);

  /// What to note about rows that may be entered all the same.
  default List<ImportFault> notes(List<Checked<T>> checked) {
    return List.of();
  }

  /// Enters rows that were right.
  ///
  /// @return ids of what was made and has to be taken back by them
  List<Long> enter(List<T> values, long run);
}
