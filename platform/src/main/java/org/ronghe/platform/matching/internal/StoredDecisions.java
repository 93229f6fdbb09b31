package org.ronghe.platform.matching.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.matching.MatchDecision;
import org.ronghe.platform.matching.MatchDecisions;
import org.ronghe.platform.matching.MatchOutcome;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.OfferSource;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Decisions about offers, in the database.
@Service
class StoredDecisions implements MatchDecisions {
  private static final int MOST_WORDS = 2_000;
  private static final String NEWEST =
      """
      SELECT id, title, text, achievement, outcome, words, decided, decided_as FROM match_decision
      ORDER BY decided DESC, id DESC LIMIT :most\
      """;

  private final JdbcClient jdbc;
  private final OfferSource offers;

  StoredDecisions(JdbcClient jdbc, OfferSource offers) {
    this.jdbc = jdbc;
    this.offers = offers;
  }

  @Override
  @Transactional
  public void decide(MatchRequest need, long achievement, MatchOutcome outcome, String words) {
    if (need.isBlank()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("q", "matching.fault.need"));
    }
    if (words.length() > MOST_WORDS) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("words", "matching.fault.words"));
    }
    if (offers.read(List.of(achievement)).isEmpty()) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    jdbc.sql(
            """
            INSERT INTO match_decision (need, title, text, achievement, outcome, words)
            VALUES (:need, :title, :text, :achievement, :outcome, :words)
            ON CONFLICT (need, achievement, decided_by) DO UPDATE
              SET outcome = excluded.outcome, words = excluded.words, decided = excluded.decided\
            """)
        .param("need", digest(need))
        .param("title", plain(need.title()))
        .param("text", plain(need.text()))
        .param("achievement", achievement)
        .param("outcome", outcome.code())
        .param("words", plain(words.strip()))
        .update();
  }

  @Override
  @Transactional(readOnly = true)
  public Map<Long, MatchOutcome> own(MatchRequest need) {
    var own = new HashMap<Long, MatchOutcome>();
    if (!Actors.current().signedIn() || need.isBlank()) {
      return own;
    }
    jdbc.sql(
            """
            SELECT achievement, outcome FROM match_decision
            WHERE need = :need AND decided_by = (SELECT actor_account())\
            """)
        .param("need", digest(need))
        .query(row -> {
          own.put(row.getLong(1), outcome(row.getString(2)));
        });
    return own;
  }

  @Override
  @Transactional(readOnly = true)
  public List<MatchDecision> newest(int most) {
    return jdbc.sql(NEWEST).param("most", most).query((row, _) -> decision(row)).list();
  }

  /// How many there are, and when the last was made: whether there is something new to learn.
  /// Called as the system.
  @Transactional(readOnly = true)
  public String state() {
    return jdbc.sql(
            "SELECT count(*) || ' ' || coalesce(max(decided)::text, '') FROM match_decision")
        .query(String.class)
        .single();
  }

  private static MatchDecision decision(ResultSet row) throws SQLException {
    return new MatchDecision(
        row.getLong("id"),
        row.getString("title"),
        row.getString("text"),
        row.getLong("achievement"),
        outcome(row.getString("outcome")),
        row.getString("words"),
        row.getObject("decided", OffsetDateTime.class).toInstant(),
        row.getString("decided_as"));
  }

  private static MatchOutcome outcome(String code) {
    return MatchOutcome.find(code).orElseThrow(() -> new IllegalStateException(code));
  }

  /// The database holds no U+0000.
  private static String plain(String text) {
    return text.replace("\u0000", "");
  }

  /// What a need is told by: the same words are the same need.
  static String digest(MatchRequest need) {
    try {
      byte[] bytes = (need.title() + "\n" + need.text()).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
          .substring(0, 32);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has SHA-256
    }
  }
}
