package org.ronghe.platform.registry.internal;

import java.sql.Types;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.EvidenceFiles;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementForm;
import org.ronghe.platform.registry.AchievementState.Submitted;
import org.ronghe.platform.web.Saying;
import org.ronghe.platform.web.SqlCondition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What the current actor may do with an achievement, and whose it is to decide. Called within a
/// transaction.
@Component
class AchievementRights {
  private final JdbcClient jdbc;
  private final EvidenceFiles files;

  AchievementRights(JdbcClient jdbc, EvidenceFiles files) {
    this.jdbc = jdbc;
    this.files = files;
  }

  /// Demands that the actor may read every file that a form names: a number is easily mistyped, and
  /// is no way to get hold of what others keep.
  ///
  /// @throws NodeProblem INPUT_INVALID with the rows that name none
  void demandFiles(AchievementForm form) {
    var faults = new Faults();
    for (int i = 0; i < form.attachments().size(); i++) {
      long evidence = form.attachments().get(i).evidence();
      if (files.find(evidence).isEmpty()) {
        faults.add("attachment." + i + ".kind", "registry.fault.no-file", evidence);
      }
    }
    if (!faults.none()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults.byField());
    }
  }

  /// What the database lets the actor read anyway, said in a way that it finds by index: for those
  /// who do not read everything, their organisations' achievements and those they advise on. On the
  /// table of achievements, called `a`.
  SqlCondition readable() {
    return Actors.current().readsAll()
        ? SqlCondition.ALL
        : new SqlCondition(
            """
            a.organisation = ANY ((SELECT actor_reads_facts_of())::bigint[]) OR a.id = ANY (ARRAY(
              SELECT d.achievement FROM achievement_advice d WHERE d.adviser = (SELECT actor_account())))\
            """,
            Map.of());
  }

  Optional<Achievement> find(long achievement) {
    return jdbc.sql("SELECT " + AchievementRows.COLUMNS + " FROM achievement a WHERE a.id = :id")
        .param("id", achievement)
        .query(AchievementRows::achievement)
        .optional();
  }

  Achievement get(long achievement) {
    return find(achievement).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  /// An achievement that the actor may change.
  Achievement own(long achievement) {
    Achievement found = get(achievement);
    if (!writes(found.organisation())) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    return found;
  }

  /// Whether the actor enters achievements of an organisation; a role holds for what it was merged
  /// with, too.
  boolean writes(long organisation) {
    Actor actor = Actors.current();
    return actor.mayWrite()
        && (actor.writes(organisation)
            || jdbc.sql("SELECT :id = ANY (actor_writes_facts_of())")
                .param("id", organisation)
                .query(Boolean.class)
                .single());
  }

  /// An achievement that waits for a decision, where the actor may make it.
  Achievement decidable(long achievement) {
    if (!Actors.current().writesAll()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    Achievement found = get(achievement);
    submitted(found);
    return found;
  }

  /// An achievement that the actor decides: theirs, or nobody's yet.
  Achievement forReceiver(long achievement) {
    Achievement found = decidable(achievement);
    @Nullable Long receiver = found.duty().receiver();
    if (receiver != null && !receiver.equals(Actors.current().account())) {
      throw new NodeProblem(
          ProblemCode.CONFLICT,
          Saying.of("registry.conflict.receiver", found.duty().receiverName()));
    }
    return receiver == null ? takeOn(found) : found;
  }

  /// Makes the actor the one who decides.
  Achievement takeOn(Achievement found) {
    Actor actor = Actors.current();
    jdbc.sql("UPDATE achievement SET receiver = :account, receiver_as = :name WHERE id = :id")
        .param("account", actor.account(), Types.BIGINT)
        .param("name", actor.name())
        .param("id", found.id())
        .update();
    return found;
  }

  /// The state of one that waits for a decision.
  static Submitted submitted(Achievement achievement) {
    if (achievement.state() instanceof Submitted submitted) {
      return submitted;
    }
    throw Faults.conflict("registry.conflict.not-submitted");
  }
}
