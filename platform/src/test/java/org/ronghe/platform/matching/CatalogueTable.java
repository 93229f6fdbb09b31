package org.ronghe.platform.matching;

import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.ronghe.platform.facts.Names;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Entries of the catalogue without the achievements behind them: how those become public is tested
/// elsewhere.
public final class CatalogueTable implements OfferSource {
  private final JdbcClient jdbc;

  /// @param owner of the schema, whom row-level security does not bind
  public CatalogueTable(DataSource owner) {
    jdbc = JdbcClient.create(owner);
  }

  /// Lets entries be entered without their achievements.
  public void standAlone() {
    jdbc.sql("ALTER TABLE catalogue_entry DROP CONSTRAINT catalogue_entry_achievement_fkey")
        .update();
  }

  /// Enters an entry.
  public void enter(long id, String title, String summary) {
    enter(id, title, summary, "[]");
  }

  /// Enters an entry that names who made it.
  ///
  /// @param people as the catalogue has them: name, organisation, part
  public void enter(long id, String title, String summary, String people) {
    jdbc.sql(
            """
            INSERT INTO catalogue_entry (achievement, number, title_zh, title_en, work_class, industry, level, trl,
              keywords, summary, people, holders, rights, organisation, organisation_zh, organisation_en, district,
              registered_on)
            VALUES (?, ?, ?, '', 'applied', 'C38', '', 5, '{}', ?, ?::jsonb, '[]', '[]', ?, '江城大学', 'Jiangcheng University',
              '', '2026-01-01')\
            """)
        .params(id, "N" + id, title, summary, people, 1000 + id % 3)
        .update();
  }

  /// Gives an entry another title.
  public void rename(long id, String title) {
    jdbc.sql("UPDATE catalogue_entry SET title_zh = ? WHERE achievement = ?")
        .params(title, id)
        .update();
  }

  /// Takes an entry out.
  public void remove(long id) {
    jdbc.sql("DELETE FROM catalogue_entry WHERE achievement = ?").param(id).update();
  }

  @Override
  public List<Offer> read(Collection<Long> ids) {
    return jdbc.sql(
            "SELECT achievement, title_zh, summary FROM catalogue_entry WHERE achievement = ANY"
                + " (:ids)")
        .param("ids", ids.toArray(Long[]::new))
        .query((row, _) ->
            new Offer(
                row.getLong(1),
                new Names(row.getString(2), ""),
                row.getString(3),
                List.of(),
                "C38",
                1000 + row.getLong(1) % 3,
                new Names("江城大学", ""),
                List.of()))
        .list();
  }

  @Override
  public List<Long> after(long id, int most) {
    return jdbc.sql(
            "SELECT achievement FROM catalogue_entry WHERE achievement > :id ORDER BY 1 LIMIT"
                + " :most")
        .param("id", id)
        .param("most", most)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
