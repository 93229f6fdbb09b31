package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Tells where public achievements come from. What is public of it, the database decides.
@Component
class Provenances {
  private final JdbcClient jdbc;

  Provenances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Where an achievement comes from; nothing of one that is not public.
  @Transactional(readOnly = true)
  public Provenance of(long achievement) {
    List<Provenance.Step> history =
        jdbc.sql("SELECT what, day, detail, plan FROM catalogue_history(:id)")
            .param("id", achievement)
            .query((row, _) ->
                new Provenance.Step(
                    row.getString("what"),
                    row.getObject("day", LocalDate.class),
                    row.getString("detail"),
                    row.getObject("plan", Long.class)))
            .list();
    Provenance.@Nullable Maturity maturity =
        jdbc.sql("SELECT level, day, assessor, evidence FROM catalogue_maturity(:id)")
            .param("id", achievement)
            .query((row, _) ->
                new Provenance.Maturity(
                    row.getInt("level"),
                    row.getString("day"),
                    row.getString("assessor"),
                    AchievementRows.texts(row.getString("evidence"))))
            .optional()
            .orElse(null);
    List<Provenance.Outcome> evaluations =
        jdbc.sql("SELECT day, grades FROM catalogue_evaluations(:id)")
            .param("id", achievement)
            .query((row, _) ->
                new Provenance.Outcome(
                    row.getObject("day", LocalDate.class),
                    AchievementRows.texts(row.getString("grades"))))
            .list();
    return new Provenance(history, maturity, evaluations);
  }
}
