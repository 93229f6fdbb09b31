package org.ronghe.platform.registry.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Advice on achievements: whoever decides asks, those asked answer once. An adviser reads the
/// achievement and their own advice, not that of others.
@Component
class Advices {
  private static final List<String> OPINIONS = List.of("for", "against", "open");

  private final JdbcClient jdbc;

  Advices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public List<Advice> of(long achievement) {
    return jdbc.sql(
            """
            SELECT id, version, adviser, adviser_as, question, coalesce(opinion, '') AS opinion, words, answered
            FROM achievement_advice WHERE achievement = :id ORDER BY version, id\
            """)
        .param("id", achievement)
        .query((row, _) ->
            new Advice(
                row.getLong("id"),
                row.getInt("version"),
                row.getLong("adviser"),
                row.getString("adviser_as"),
                row.getString("question"),
                row.getString("opinion"),
                row.getString("words"),
                AchievementRows.findInstant(row, "answered")))
        .list();
  }

  /// The achievements that the actor is asked about and has not answered yet, by title.
  @Transactional(readOnly = true)
  public Map<Long, String> open(@Nullable Long account) {
    var open = new java.util.LinkedHashMap<Long, String>();
    jdbc.sql(
            """
            SELECT a.id, a.title FROM achievement_advice d JOIN achievement a ON a.id = d.achievement
            WHERE d.adviser = :account AND d.opinion IS NULL AND a.state = 'submitted' ORDER BY d.asked LIMIT 10\
            """)
        .param("account", account, java.sql.Types.BIGINT)
        .query(row -> {
          open.put(row.getLong(1), row.getString(2));
        });
    return open;
  }

  @Transactional
  public void ask(Achievement achievement, long adviser, String name, String question) {
    if (!(achievement.state() instanceof AchievementState.Submitted)) {
      throw Faults.conflict("registry.conflict.not-submitted");
    }
    int asked =
        jdbc.sql(
                """
                INSERT INTO achievement_advice (achievement, version, adviser, adviser_as, question)
                VALUES (:achievement, :version, :adviser, :name, :question) ON CONFLICT DO NOTHING\
                """)
            .param("achievement", achievement.id())
            .param("version", achievement.version())
            .param("adviser", adviser)
            .param("name", name)
            .param("question", question.strip())
            .update();
    if (asked == 0) {
      throw Faults.conflict("registry.conflict.asked", name);
    }
  }

  @Transactional
  public void answer(long achievement, String opinion, String words) {
    if (!OPINIONS.contains(opinion) || words.isBlank()) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID,
          Map.of(words.isBlank() ? "words" : "opinion", "registry.fault.needed"));
    }
    int answered =
        jdbc.sql(
                """
                UPDATE achievement_advice SET opinion = :opinion, words = :words, answered = now()
                WHERE achievement = :achievement AND adviser = :me AND opinion IS NULL\
                """)
            .param("opinion", opinion)
            .param("words", words.strip())
            .param("achievement", achievement)
            .param("me", Actors.current().account(), java.sql.Types.BIGINT)
            .update();
    if (answered == 0) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }
}
