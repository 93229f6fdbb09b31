package org.ronghe.platform.registry.internal;

import java.util.List;
import java.util.Map;
import org.ronghe.platform.web.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Words looked for in titles. Called within a transaction.
///
/// What few titles hold is found by their signs. What many hold stands on every page of the list,
/// so that reading the list in its order soon fills a page.
@Component
class TitleWords {
  static final int FEW = 2000;

  private final JdbcClient jdbc;

  TitleWords(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Titles that hold some words.
  ///
  /// @param condition on the table of achievements, called `a`
  /// @param many whether more than [#FEW] hold them, whosever they are: counting takes its time
  ///   then
  record Held(SqlCondition condition, boolean many) {}

  Held holding(String words) {
    if (words.isBlank()) {
      return new Held(SqlCondition.ALL, false);
    }
    List<Long> found =
        jdbc.sql("SELECT unnest(achievement_titled(:words, :most))")
            .param("words", words.strip())
            .param("most", FEW + 1)
            .query((row, _) -> row.getLong(1))
            .list();
    return found.size() > FEW
        ? new Held(
            // Not ILIKE, which the planner takes to be rare where rights are asked row by row: it
            // would read and sort all that hold them.
            new SqlCondition(
                "strpos(lower(a.title), lower(:words)) > 0", Map.of("words", words.strip())),
            true)
        : new Held(
            new SqlCondition("a.id = ANY (:titled)", Map.of("titled", found.toArray(Long[]::new))),
            false);
  }
}
