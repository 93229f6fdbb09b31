package org.ronghe.platform.registry.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Keys that were made before [LikenessKeys] made those it makes now.
@Component
class OldLikenessKeys {
  private final JdbcClient jdbc;
  private final StoredDuplicates duplicates;

  OldLikenessKeys(JdbcClient jdbc, StoredDuplicates duplicates) {
    this.jdbc = jdbc;
    this.duplicates = duplicates;
  }

  /// Makes the keys of the next achievements anew.
  ///
  /// @return whether there may be more
  @Transactional
  public boolean renewSome(int most) {
    List<Parties.Named> next =
        jdbc.sql(
                """
                SELECT a.id, a.organisation, a.form FROM achievement a, likeness_feed f
                WHERE a.id > f.done AND a.id <= f.last ORDER BY a.id LIMIT :most\
                """)
            .param("most", most)
            .query((row, _) ->
                new Parties.Named(
                    row.getLong("id"),
                    row.getLong("organisation"),
                    AchievementRows.form(row, "form")))
            .list();
    if (next.isEmpty()) {
      return false;
    }
    duplicates.write(next, false);
    jdbc.sql("UPDATE likeness_feed SET done = :done")
        .param("done", next.getLast().achievement())
        .update();
    return true;
  }
}
