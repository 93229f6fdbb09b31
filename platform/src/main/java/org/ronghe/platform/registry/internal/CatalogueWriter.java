package org.ronghe.platform.registry.internal;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Puts into the catalogue what holders made public, and takes it out. Called within a transaction;
/// the database makes the entries out of the forms, however many there are.
@Component
class CatalogueWriter {
  private final JdbcClient jdbc;

  CatalogueWriter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Writes the entries of open achievements anew.
  void write(List<Long> achievements) {
    jdbc.sql(
            """
            INSERT INTO catalogue_entry (achievement, number, title_zh, title_en, work_class, industry, level, trl,
              keywords, summary, people, holders, rights, organisation, organisation_zh, organisation_en, district,
              lat_degrees, lon_degrees, registered_on)
            SELECT a.id, a.number, coalesce(a.form ->> 'title_zh', ''), coalesce(a.form ->> 'title_en', ''), a.work_class,
              coalesce(a.form ->> 'industry', ''), coalesce(a.form ->> 'level', ''),
              CASE WHEN a.form ->> 'trl_level' ~ '^[1-9]$' THEN (a.form ->> 'trl_level')::integer END,
              ARRAY(SELECT DISTINCT btrim(w) FROM regexp_split_to_table(coalesce(a.form ->> 'keywords', ''), '[;；,，、\\n]') AS w
                WHERE btrim(w) <> ''),
              coalesce(a.form ->> 'summary', ''),
              achievement_rows(a.form, 'contributor', ARRAY['name', 'organisation', 'part']),
              achievement_rows(a.form, 'holder', ARRAY['name', 'share']),
              achievement_rows(a.form, 'right', ARRAY['kind', 'number', 'title', 'status']),
              a.organisation, o.name_zh, o.name_en, o.district, o.lat_degrees, o.lon_degrees, a.registered_on
            FROM achievement a JOIN organisation o ON o.id = a.organisation
            WHERE a.id = ANY (:ids) AND a.open AND a.state = 'registered'
            ON CONFLICT (achievement) DO NOTHING\
            """)
        .param("ids", achievements.toArray(Long[]::new))
        .update();
  }

  /// Takes an entry out.
  void remove(long achievement) {
    jdbc.sql("DELETE FROM catalogue_entry WHERE achievement = :id")
        .param("id", achievement)
        .update();
  }
}
