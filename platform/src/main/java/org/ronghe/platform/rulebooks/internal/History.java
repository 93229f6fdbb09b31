package org.ronghe.platform.rulebooks.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.rules.evaluate.Answer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Answers that became others.
@Component
public class History {
  private final JdbcClient jdbc;

  History(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// An answer that became another.
  ///
  /// @param after null where the title can no longer be come for
  public record Turn(
      long organisation,
      TitleKey title,
      Answer before,
      @Nullable Answer after,
      Moment then,
      Moment now) {
    /// Whether it became better.
    public boolean better() {
      return after == Answer.MET;
    }
  }

  /// What an answer is of.
  public record Moment(LocalDate asOf, Instant recorded) {
    /// What leads to the page as it was.
    public String query() {
      return "?on=" + asOf + "&known=" + recorded;
    }
  }

  /// The latest turns of some organisations, the newest first.
  @Transactional(readOnly = true)
  List<Turn> of(Collection<Long> organisations, int days, int most) {
    return jdbc.sql(
            """
            SELECT p.*, t.rulebook, t.title AS title_id FROM judgement_past p JOIN judged_title t ON t.id = p.title
            WHERE p.organisation = ANY (:organisations)
              AND p.next_recorded > now() - make_interval(days => :days)
            ORDER BY p.id DESC LIMIT :most\
            """)
        .param("organisations", organisations.toArray(Long[]::new))
        .param("days", days)
        .param("most", most)
        .query(History::read)
        .list();
  }

  private static Turn read(ResultSet row, int number) throws SQLException {
    return new Turn(
        row.getLong("organisation"),
        new TitleKey(row.getString("rulebook"), row.getString("title_id")),
        JudgementRows.answer(row.getString("answer")),
        Optional.ofNullable(row.getString("next")).map(JudgementRows::answer).orElse(null),
        moment(row, "as_of", "recorded"),
        moment(row, "next_as_of", "next_recorded"));
  }

  private static Moment moment(ResultSet row, String day, String instant) throws SQLException {
    return new Moment(
        row.getObject(day, LocalDate.class),
        row.getObject(instant, OffsetDateTime.class).toInstant());
  }
}
