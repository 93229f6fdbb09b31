package org.ronghe.platform.registry.internal;

import java.sql.Types;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.AchievementState.Draft;
import org.ronghe.platform.registry.AchievementState.Moment;
import org.ronghe.platform.registry.AchievementState.Refused;
import org.ronghe.platform.registry.AchievementState.Registered;
import org.ronghe.platform.registry.AchievementState.SentBack;
import org.ronghe.platform.registry.AchievementState.Submitted;
import org.ronghe.platform.registry.AchievementState.Withdrawn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Writes an achievement's next state, and with its version what became of it. Called within a
/// transaction.
@Component
class AchievementMoves {
  private final JdbcClient jdbc;

  AchievementMoves(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Puts an achievement into another state.
  ///
  /// @param dueDays by when the next one has to act; 0 for nobody
  void move(Achievement old, long edit, AchievementState next, int dueDays) {
    boolean registered = next instanceof Registered;
    boolean waits = next instanceof Submitted;
    int changed =
        jdbc.sql(
                """
                UPDATE achievement SET state = :state, tab = '', state_at = now(), state_by = :by, state_as = :as,
                  reasons = :reasons::jsonb, due = :due, number = coalesce(:number, number),
                  registered_on = CASE WHEN :registered THEN :today ELSE registered_on END,
                  receiver = CASE WHEN :waits THEN receiver ELSE coalesce(receiver, :by) END,
                  open = open AND :registered,
                  edit = edit + 1, changed = now()
                WHERE id = :id AND edit = :edit\
                """)
            .param("state", next.code())
            .param("by", next.moment().account(), Types.BIGINT)
            .param("as", next.moment().name())
            .param("reasons", AchievementRows.json(reasons(next)))
            .param(
                "due",
                dueDays == 0 ? null : LocalDate.now(ZoneId.systemDefault()).plusDays(dueDays),
                Types.DATE)
            .param("number", next instanceof Registered r ? r.number().text() : null, Types.VARCHAR)
            .param("registered", registered)
            .param("today", LocalDate.now(ZoneId.systemDefault()))
            .param("waits", waits)
            .param("id", old.id())
            .param("edit", edit)
            .update();
    if (changed == 0) {
      throw new NodeProblem(ProblemCode.CHANGED_MEANWHILE);
    }
  }

  /// Demands reasons that whoever reads them finds beside a field.
  ///
  /// @throws NodeProblem INPUT_INVALID if there are none, or some are about no field of the form
  static void demandReasons(Map<String, String> reasons) {
    var faults = new Faults();
    reasons.forEach((field, reason) -> {
      if (!field.equals(SentBack.WHOLE) && !FormFields.isField(field)) {
        faults.add(field, "registry.fault.unknown-field");
      } else if (reason.isBlank()) {
        faults.add(field, "registry.fault.no-reason");
      }
    });
    if (reasons.isEmpty()) {
      faults.add(SentBack.WHOLE, "registry.fault.no-reason");
    }
    if (!faults.none()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults.byField());
    }
  }

  static Map<String, String> reasons(AchievementState state) {
    return switch (state) {
      case Draft _, Submitted _, Registered _ -> Map.of();
      case SentBack back -> back.reasons();
      case Refused refused ->
          Map.of(AchievementRows.CODE, refused.reason().code(), SentBack.WHOLE, refused.words());
      case Withdrawn withdrawn -> Map.of(SentBack.WHOLE, withdrawn.reason());
    };
  }

  /// Notes with the version what became of it.
  void decide(Achievement old, Moment now, String outcome, Map<String, String> reasons) {
    jdbc.sql(
            """
            UPDATE achievement_version SET outcome = :outcome, reasons = :reasons::jsonb, decided = now(),
              decided_by = :by, decided_as = :as
            WHERE achievement = :id AND number = :version\
            """)
        .param("outcome", outcome)
        .param("reasons", AchievementRows.json(reasons))
        .param("by", now.account(), Types.BIGINT)
        .param("as", now.name())
        .param("id", old.id())
        .param("version", old.version())
        .update();
  }
}
