package org.ronghe.platform.matching.internal;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The changes that the matching index has still to hear of. To be called within a transaction.
final class MatchingOutbox {
  /// An entry that came, changed or went.
  record Change(long number, long achievement) {}

  private final JdbcClient jdbc;

  MatchingOutbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The state that the changes follow on.
  MatchingState state() {
    return jdbc.sql("SELECT epoch, applied FROM match_state")
        .query((row, _) -> new MatchingState(row.getString(1), row.getLong(2)))
        .single();
  }

  void say(MatchingState state) {
    jdbc.sql("UPDATE match_state SET epoch = :epoch, applied = :applied")
        .param("epoch", state.epoch())
        .param("applied", state.applied())
        .update();
  }

  /// Some of the changes that are there.
  List<Change> pending(int most) {
    return jdbc.sql("SELECT number, achievement FROM match_change ORDER BY number LIMIT :most")
        .param("most", most)
        .query((row, _) -> new Change(row.getLong(1), row.getLong(2)))
        .list();
  }

  long waiting() {
    return jdbc.sql("SELECT count(*) FROM match_change").query(Long.class).single();
  }

  /// Notes entries as changed.
  void enter(Collection<Long> achievements) {
    jdbc.sql("INSERT INTO match_change (achievement) SELECT unnest(:ids::bigint[])")
        .param("ids", achievements.toArray(Long[]::new))
        .update();
  }

  /// Strikes changes off that are in the index for good.
  void strike(Collection<Change> changes) {
    jdbc.sql("DELETE FROM match_change WHERE number = ANY (:numbers)")
        .param("numbers", changes.stream().map(Change::number).toArray(Long[]::new))
        .update();
  }

  /// Strikes off all changes that this transaction sees.
  void strikeAll() {
    jdbc.sql("DELETE FROM match_change").update();
  }
}
