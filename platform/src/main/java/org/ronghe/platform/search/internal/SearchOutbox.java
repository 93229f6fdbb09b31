package org.ronghe.platform.search.internal;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ronghe.platform.search.SearchKind;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The changes that the index has still to hear of. To be called within a transaction.
final class SearchOutbox {
  /// Something that changed.
  record Change(long number, Optional<SearchKind> kind, long subject) {}

  private final JdbcClient jdbc;

  SearchOutbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The state that the changes follow on.
  IndexState state() {
    return jdbc.sql("SELECT epoch, applied FROM search_state")
        .query((row, _) -> new IndexState(row.getString(1), row.getLong(2)))
        .single();
  }

  void say(IndexState state) {
    jdbc.sql("UPDATE search_state SET epoch = :epoch, applied = :applied")
        .param("epoch", state.epoch())
        .param("applied", state.applied())
        .update();
  }

  /// Some of the changes that are there. Those of a kind that is no longer known have none.
  List<Change> pending(int most) {
    return jdbc.sql("SELECT number, kind, subject FROM search_change ORDER BY number LIMIT :most")
        .param("most", most)
        .query((row, _) ->
            new Change(row.getLong(1), SearchKind.find(row.getString(2)), row.getLong(3)))
        .list();
  }

  /// Strikes changes off that are in the index for good.
  void strike(Collection<Change> changes) {
    Long[] numbers = changes.stream().map(Change::number).toArray(Long[]::new);
    jdbc.sql("DELETE FROM search_change WHERE number = ANY (:numbers)")
        .param("numbers", numbers)
        .update();
  }

  /// Strikes off all changes that this transaction sees.
  void strikeAll() {
    jdbc.sql("DELETE FROM search_change").update();
  }
}
