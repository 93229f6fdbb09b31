package org.ronghe.platform.registry.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.ronghe.platform.registry.FilledForm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the actor may know of others' achievements. Called within a transaction.
@Component
class KnownForms {
  private final JdbcClient jdbc;

  KnownForms(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An achievement as far as it is known.
  record Known(String title, FilledForm form) {}

  /// Their forms where the actor reads them, else what is public; nothing of those that came to
  /// nothing.
  Map<Long, Known> of(Collection<Long> ids) {
    var known = new HashMap<Long, Known>();
    if (ids.isEmpty()) {
      return known;
    }
    jdbc.sql(
            """
            SELECT c.achievement AS id, c.title, jsonb_build_object('title_zh', c.title_zh, 'title_en', c.title_en,
              'summary', c.summary) || achievement_fields('contributor', c.people) || achievement_fields('right', c.rights) AS form
            FROM catalogue_entry c WHERE c.achievement = ANY (:ids)
            UNION ALL SELECT a.id, a.title, a.form FROM achievement a
              WHERE a.id = ANY (:ids) AND a.state NOT IN ('withdrawn', 'refused')\
            """)
        .param("ids", ids.toArray(Long[]::new))
        .query(row -> {
          known.put(
              row.getLong("id"),
              new Known(row.getString("title"), AchievementRows.form(row, "form")));
        });
    return known;
  }
}
