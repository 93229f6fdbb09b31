package org.ronghe.platform.rulebooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.TECH_SME;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.as;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.await;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.day;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.facts.Correction;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.demo.DemoCity;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.jobs.JobState;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Question;
import org.ronghe.rules.page.Replay;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/// What is kept of answers is what the explaining engine says, for whoever may read it, and can be
/// had again.
@TestInstance(Lifecycle.PER_CLASS)
class JudgingTest {
  private final RulebooksNode world = new RulebooksNode();
  private final JdbcClient owner = JdbcClient.create(world.database.owner());
  private final TitleJudge evaluations = world.node.part(TitleJudge.class);
  private final Shelf shelf = world.node.part(Shelf.class);

  @AfterAll
  void stop() {
    world.close();
  }

  /// A row of the answers.
  record Kept(String answer, LocalDate asOf, Instant recorded, int steps, String nearest) {}

  private List<Kept> kept(long firm, TitleKey title) {
    return owner
        .sql(
            """
            SELECT j.answer, j.as_of, j.recorded, j.steps, j.nearest_en
            FROM judgement j JOIN judged_title t ON t.id = j.title
            WHERE j.organisation = ? AND t.rulebook = ? AND t.title = ?\
            """)
        .params(firm, title.rulebook(), title.title())
        .query((row, _) ->
            new Kept(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getInt(4),
                row.getString(5)))
        .list();
  }

  private String json(Actor actor, long firm, LocalDate day, Instant recorded) {
    return as(
        actor, () -> evaluations.of(firm, new Question(TECH_SME, day, recorded, null)).json());
  }

  private void correct(long firm, String attribute, String value) {
    as(
        world.officer,
        () -> {
          Facts facts = world.node.part(Facts.class);
          var old = facts.history(firm, attribute).getLast();
          return facts.correct(old.id(), new Correction(value, old.valid(), "", null, "misread"));
        });
  }

  private Shelf anotherStart() {
    var again =
        new Shelf(
            world.node.part(JdbcClient.class),
            world.node.part(PlatformTransactionManager.class),
            world.node.part(Dictionary.class));
    again.afterPropertiesSet();
    return again;
  }

  @Test
  void aTextThatChangedBetweenTwoStartsIsAnotherVersion() {
    String rulebook = "cn-little-giant-2022-63";
    int first = shelf.version(rulebook);
    assertThat(anotherStart().version(rulebook)).isEqualTo(first);
    owner.sql("UPDATE rulebook_version SET digest = 'other' WHERE id = ?").param(first).update();
    int second = anotherStart().version(rulebook);
    assertThat(second).isNotEqualTo(first);
    assertThat(
            owner
                .sql(
                    """
                    SELECT id || CASE WHEN current_until IS NULL THEN ' now' ELSE ' once' END
                    FROM rulebook_version WHERE rulebook = ? ORDER BY id\
                    """)
                .param(rulebook)
                .query(String.class)
                .list())
        .containsExactly(first + " once", second + " now");
    assertThat(anotherStart().version(rulebook)).isEqualTo(second);
  }

  @Test
  void anAnswerSaysPointsAndWhatIsMissing() {
    long right = world.rightFirm("够格的企业");
    long short1 = world.rightFirm("差一点的企业");
    correct(short1, "ip_class_two", "1");
    world.judgeAll(day());
    assertThat(kept(right, TECH_SME))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.answer()).isEqualTo("met");
          assertThat(one.steps()).isZero();
        });
    assertThat(kept(short1, TECH_SME))
        .singleElement()
        .satisfies(one -> {
          assertThat(one.answer()).isEqualTo("not-met");
          assertThat(one.steps()).isEqualTo(1);
          assertThat(one.nearest()).contains("58").contains("60");
        });
    assertThat(
            owner
                .sql(
                    "SELECT least || '..' || most FROM judgement WHERE organisation = ? AND least ="
                        + " 64")
                .param(right)
                .query(String.class)
                .list())
        .containsExactly("64..64");
  }

  @Test
  void anOldAnswerIsHadAgainToTheByteAfterFactsWereCorrected() {
    long firm = world.rightFirm("被更正的企业");
    world.judgeAll(day());
    Kept before = kept(firm, TECH_SME).getFirst();
    String then = json(world.officer, firm, before.asOf(), before.recorded());
    assertThat(then).contains("\"answer\": \"met\"").contains("\"version\"");
    correct(firm, "technical_staff", "9");
    await("the firm is judged anew", () -> !kept(firm, TECH_SME).getFirst().answer().equals("met"));
    assertThat(json(world.officer, firm, before.asOf(), before.recorded())).isEqualTo(then);
    assertThat(Replay.of(then, shelf.current())).isEqualTo(Replay.Outcome.SAME);
    assertThat(
            owner
                .sql(
                    """
                    SELECT p.answer || ' ' || p.next FROM judgement_past p JOIN judged_title t ON t.id = p.title
                    WHERE p.organisation = ? AND t.rulebook = ? AND p.recorded = ?\
                    """)
                .params(
                    firm, TECH_SME.rulebook(), before.recorded().atOffset(java.time.ZoneOffset.UTC))
                .query(String.class)
                .list())
        .containsExactly("met not-met");
  }

  @Test
  void firmsReadTheirOwnAnswersAlone() {
    long firm = world.rightFirm("自己的企业");
    long other = world.rightFirm("别人的企业");
    Actor own = world.owner("own", firm);
    world.judgeAll(day());
    var rows = world.node.part(JudgementRows.class);
    assertThat(read(own, rows, firm)).containsOnlyKeys(firm);
    assertThat(read(own, rows, other)).isEmpty();
    assertThat(read(world.auditor, rows, other)).containsOnlyKeys(other);
    // What the firm's own people read leads to the answer the node found.
    assertThat(json(own, firm, day(), kept(firm, TECH_SME).getFirst().recorded()))
        .isEqualTo(json(world.officer, firm, day(), kept(firm, TECH_SME).getFirst().recorded()));
  }

  private Map<Long, BlockJudge.Last> read(Actor actor, JudgementRows rows, long firm) {
    var transaction =
        new org.springframework.transaction.support.TransactionTemplate(
            world.node.part(org.springframework.transaction.PlatformTransactionManager.class));
    return as(
        actor, () -> Objects.requireNonNull(transaction.execute(_ -> rows.last(List.of(firm)))));
  }

  /// The bulk evaluator, the explaining engine and a second run that finds nothing new agree, on an
  /// invented city with an owner among its firms.
  @Test
  void aWholeCityIsAnsweredAsOneByOne() {
    as(Actor.system("test"), () -> world.node.part(DemoCity.class).load());
    List<Long> firms =
        owner
            .sql("SELECT id FROM organisation WHERE kind = 'enterprise' ORDER BY id")
            .query((row, _) -> row.getLong(1))
            .list();
    world.record(
        List.of(
            fact(
                firms.get(30),
                "controlled_by",
                String.valueOf(firms.get(31)),
                Validity.from(LocalDate.of(2020, 1, 1)))));
    // Until then the node judges them itself, as of today.
    await("new facts are judged", () -> count("SELECT count(*) FROM judgement_due") == 0);
    world.judgeAll(day());
    var city = world.node.part(CityJudge.class);
    int compared = 0;
    for (long firm : firms.subList(0, Math.min(60, firms.size()))) {
      for (FirmTitle title : city.titles()) {
        List<Kept> kept = kept(firm, title.key());
        if (!kept.isEmpty()) {
          var again =
              as(
                  world.officer,
                  () ->
                      evaluations.of(
                          firm,
                          new Question(
                              title.key(),
                              kept.getFirst().asOf(),
                              kept.getFirst().recorded(),
                              null)));
          assertThat(kept.getFirst().answer())
              .as("%s for %s", title.key(), firm)
              .isEqualTo(again.evaluation().answer().code());
          compared++;
        }
      }
    }
    assertThat(compared).isGreaterThan(600);
    long rows = count("SELECT count(*) FROM judgement");
    long past = count("SELECT count(*) FROM judgement_past");
    String written = written();
    world.judgeAll(day());
    assertThat(written()).as("where nothing changed nothing is written").isEqualTo(written);
    assertThat(count("SELECT count(*) FROM judgement")).isEqualTo(rows);
    assertThat(count("SELECT count(*) FROM judgement_past")).isEqualTo(past);
  }

  /// By which transactions the rows kept of firms were written.
  private String written() {
    return owner
        .sql(
            """
            SELECT (SELECT string_agg(xmin::text, ' ' ORDER BY organisation, title) FROM judgement)
              || (SELECT string_agg(xmin::text, ' ' ORDER BY organisation) FROM judged_firm)
              || coalesce((SELECT string_agg(xmin::text, ' ' ORDER BY organisation, attribute, number)
                FROM held_title), '')\
            """)
        .query(String.class)
        .single();
  }

  /// What a block holds is put aside where somebody judged the firm by what was known later.
  @Test
  void whatWasFoundByLaterFactsIsNotWrittenOver() {
    long firm = world.rightFirm("同时评价的企业");
    world.judgeAll(day());
    owner
        .sql(
            "UPDATE judged_firm SET basis = 'later', recorded = now() + interval '1 hour' WHERE"
                + " organisation = ?")
        .param(firm)
        .update();
    world.judgeAll(day());
    assertThat(
            owner
                .sql("SELECT basis FROM judged_firm WHERE organisation = ?")
                .param(firm)
                .query(String.class)
                .single())
        .isEqualTo("later");
  }

  private long count(String sql) {
    return owner.sql(sql).query(Long.class).single();
  }

  @Test
  void anOfficerHasEverybodyJudgedAsAJob() {
    world.rightFirm("作业企业");
    Jobs jobs = world.node.part(Jobs.class);
    long id = as(world.officer, () -> jobs.start(JudgeJob.CODE, "all", new JudgeJob.Input("")));
    await("the job is over", () -> !as(world.officer, () -> jobs.get(id)).state().open());
    Job job = as(world.officer, () -> jobs.get(id));
    assertThat(job.state()).isEqualTo(JobState.DONE);
    assertThat(job.progress().done()).isPositive().isEqualTo(job.progress().total());
  }

  @Test
  void whatIsNoFirmAnyMoreIsForgotten() {
    long firm = world.rightFirm("将注销的企业");
    world.judgeAll(day());
    assertThat(kept(firm, TECH_SME)).hasSize(1);
    owner.sql("UPDATE organisation SET status = 'dissolved' WHERE id = ?").param(firm).update();
    await("it is forgotten", () -> kept(firm, TECH_SME).isEmpty());
  }
}
