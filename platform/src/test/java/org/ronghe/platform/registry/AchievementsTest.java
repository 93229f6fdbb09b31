package org.ronghe.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.WorkKind;
import org.ronghe.platform.facts.WorkProfile;
import org.ronghe.platform.facts.Works;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.ListQuery;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(Lifecycle.PER_CLASS)
class AchievementsTest {
  private final RegistryNode world = new RegistryNode();
  private final Achievements achievements = world.achievements;

  @AfterAll
  void stop() {
    world.close();
  }

  private void refused(ProblemCode code, Actor actor, Runnable work) {
    assertThatThrownBy(() ->
            as(
                actor,
                () -> {
                  work.run();
                  return true;
                }))
        .isInstanceOfSatisfying(
            NodeProblem.class, problem -> assertThat(problem.code()).isEqualTo(code));
  }

  @Test
  void itIsFilledInSentBackCorrectedAndRegisteredWithEveryVersionKept() {
    Achievement draft = world.draft("光源一号");
    Achievement first = as(world.registrar, () -> achievements.submit(draft.id(), draft.edit()));
    assertThat(first.state()).isInstanceOf(AchievementState.Submitted.class);
    assertThat(first.duty().due())
        .isEqualTo(LocalDate.now(java.time.ZoneId.systemDefault()).plusDays(30));
    Achievement back =
        as(
            world.officer,
            () -> achievements.sendBack(first.id(), Map.of("summary", "请写明功率"), first.edit()));
    assertThat(back.state())
        .isInstanceOfSatisfying(
            AchievementState.SentBack.class,
            state -> assertThat(state.reasons()).containsEntry("summary", "请写明功率"));
    Achievement mended =
        as(
            world.registrar,
            () -> achievements.save(back.id(), back.form().with("summary", "功率十瓦。"), back.edit()));
    Achievement second = as(world.registrar, () -> achievements.submit(mended.id(), mended.edit()));
    Achievement done = as(world.officer, () -> achievements.register(second.id(), second.edit()));
    assertThat(done.state())
        .isInstanceOfSatisfying(
            AchievementState.Registered.class,
            state -> assertThat(state.number().text()).matches("000\\d{4}Y\\d{4}"));
    assertThat(done.open()).isTrue();
    List<AchievementVersion> versions = as(world.registrar, () -> achievements.versions(done.id()));
    assertThat(versions)
        .extracting(AchievementVersion::outcome)
        .containsExactly("sent_back", "registered");
    assertThat(versions.get(0).form().differences(versions.get(1).form()))
        .containsExactly("summary");
    assertThat(versions.get(0).reasons()).containsEntry("summary", "请写明功率");
  }

  @Test
  void aRegisteredOneIsAWorkWithFactsAndAWithdrawnOneIsWithdrawnThere() {
    Achievement done = world.registered("光源十二号");
    TestBrowser browser = world.node.browser().signIn("officer");
    var link =
        java.util.regex.Pattern.compile("/works/(\\d+)")
            .matcher(browser.get("/achievements/" + done.id()).body());
    assertThat(link.find()).as("the page leads to the facts").isTrue();
    long work = Long.parseLong(link.group(1));
    Works works = world.node.part(Works.class);
    WorkProfile profile = as(world.registrar, () -> works.find(work).orElseThrow()).profile();
    assertThat(profile.names().zh()).isEqualTo("光源十二号");
    assertThat(profile.kind()).isEqualTo(WorkKind.ACHIEVEMENT);
    assertThat(profile.organisation()).isEqualTo(world.university);
    List<Fact> known = as(world.registrar, () -> world.node.part(Facts.class).known(work, null));
    assertThat(known)
        .extracting(fact -> fact.attribute())
        .contains(
            "work_title",
            "achievement_kind",
            "achievement_registration",
            "achievement_keyword",
            "achievement_unit",
            "technology_readiness_level");
    as(world.registrar, () -> achievements.withdraw(done.id(), "重复登记"));
    assertThat(as(world.registrar, () -> works.find(work).orElseThrow()).profile().status())
        .isEqualTo("withdrawn");
  }

  @Test
  void numbersOfAClassFollowOneAnother() {
    var numbers = new ArrayList<Integer>();
    for (int i = 0; i < 3; i++) {
      var state = (AchievementState.Registered) world.registered("编号" + i).state();
      numbers.add(Integer.parseInt(state.number().text().substring(8)));
    }
    assertThat(numbers).containsExactly(numbers.get(0), numbers.get(0) + 1, numbers.get(0) + 2);
  }

  @Test
  void twoWhoEditAtOnceAreToldAndTwoWhoWantTheSameAreNot() {
    Achievement draft = world.draft("光源二号");
    FilledForm one = draft.form().with("title_zh", "甲");
    Achievement saved = as(world.registrar, () -> achievements.save(draft.id(), one, draft.edit()));
    assertThat(saved.edit()).isEqualTo(draft.edit() + 1);
    refused(
        ProblemCode.CHANGED_MEANWHILE,
        world.registrar,
        () -> achievements.save(draft.id(), draft.form().with("title_zh", "乙"), draft.edit()));
    assertThat(as(world.registrar, () -> achievements.save(draft.id(), one, draft.edit())).edit())
        .isEqualTo(saved.edit());
  }

  @Test
  void aFormThatIsWrongIsNotHandedIn() {
    Achievement draft =
        as(
            world.registrar,
            () ->
                achievements.create(
                    world.university, SampleForm.right("光源").with("holder.1.share", "1/4")));
    assertThatThrownBy(
            () -> as(world.registrar, () -> achievements.submit(draft.id(), draft.edit())))
        .isInstanceOfSatisfying(
            NodeProblem.class,
            problem -> assertThat(problem.fields()).containsOnlyKeys("holder.0.share"));
  }

  @Test
  void strangersSeeNoDraftAndChangeNothing() {
    Achievement draft = world.draft("秘密的草稿");
    for (Actor stranger : List.of(world.otherRegistrar, Actor.nobody("test"))) {
      assertThat(as(stranger, () -> achievements.find(draft.id()))).isEmpty();
      assertThat(
              as(
                  stranger,
                  () -> achievements.list(new ListQuery("秘密", "", "", null, 50)).results()))
          .isEmpty();
      refused(
          ProblemCode.NOT_FOUND,
          stranger,
          () -> achievements.save(draft.id(), FilledForm.EMPTY, draft.edit()));
    }
    assertThat(as(world.auditor, () -> achievements.find(draft.id()))).isPresent();
    refused(ProblemCode.NOT_ALLOWED, world.auditor, () -> achievements.discard(draft.id()));
    refused(
        ProblemCode.NOT_ALLOWED,
        world.otherRegistrar,
        () -> achievements.create(world.university, FilledForm.EMPTY));
  }

  @Test
  void onlyTheBureauDecidesAndOnlyWhoeverTookItOn() {
    Achievement draft = world.draft("光源三号");
    Achievement submitted =
        as(world.registrar, () -> achievements.submit(draft.id(), draft.edit()));
    refused(
        ProblemCode.NOT_ALLOWED,
        world.registrar,
        () -> achievements.register(submitted.id(), submitted.edit()));
    Achievement received = as(world.officer, () -> achievements.receive(submitted.id()));
    refused(
        ProblemCode.CONFLICT,
        world.otherOfficer,
        () -> achievements.register(received.id(), received.edit()));
    Achievement taken = as(world.otherOfficer, () -> achievements.receive(received.id()));
    Achievement refusal =
        as(
            world.otherOfficer,
            () -> achievements.refuse(taken.id(), RefusalReason.DUPLICATE, "与编号相同", taken.edit()));
    assertThat(refusal.state()).isInstanceOf(AchievementState.Refused.class);
    refused(
        ProblemCode.CONFLICT,
        world.registrar,
        () ->
            achievements.save(refusal.id(), refusal.form().with("title_zh", "改"), refusal.edit()));
  }

  /// Behind the node's own checks, the database lets nobody but the bureau register.
  @Test
  void theDatabaseItselfKeepsARegistrarFromRegistering() {
    Achievement draft = world.draft("光源四号");
    JdbcClient jdbc = world.node.part(JdbcClient.class);
    var transactions =
        new org.springframework.transaction.support.TransactionTemplate(
            world.node.part(org.springframework.transaction.PlatformTransactionManager.class));
    assertThatThrownBy(() ->
            as(
                world.registrar,
                () ->
                    transactions.execute(status ->
                        jdbc.sql("UPDATE achievement SET state = 'sent_back' WHERE id = :id")
                            .param("id", draft.id())
                            .update())))
        .hasStackTraceContaining("only the bureau decides");
  }

  @Test
  void withdrawnOnesLeaveTheCatalogueAndKeepTheirNumber() {
    Achievement done = world.registered("光源五号");
    assertThat(entries(done.id())).isEqualTo(1);
    Achievement gone = as(world.registrar, () -> achievements.withdraw(done.id(), "发现数据有误"));
    assertThat(entries(done.id())).isZero();
    assertThat(gone.state())
        .isInstanceOfSatisfying(
            AchievementState.Withdrawn.class,
            state ->
                assertThat(state.number())
                    .isEqualTo(((AchievementState.Registered) done.state()).number()));
  }

  private long entries(long achievement) {
    return JdbcClient.create(world.database.owner())
        .sql("SELECT count(*) FROM catalogue_entry WHERE achievement = :id")
        .param("id", achievement)
        .query(Long.class)
        .single();
  }

  @Test
  void manyAreEnteredAtOnceAndEachKnowsItsPeople() {
    var many = new ArrayList<NewAchievement>();
    for (int i = 0; i < 50; i++) {
      many.add(
          new NewAchievement(
              world.university,
              SampleForm.right("批量" + i),
              new NewAchievement.Registration(
                  RegistrationNumber.of("999", 2025, WorkClass.APPLIED, 100 + i),
                  LocalDate.of(2025, 6, 1)),
              null));
    }
    List<Long> ids = as(world.officer, () -> achievements.createAll(many));
    assertThat(ids).hasSize(50).doesNotHaveDuplicates();
    JdbcClient owner = JdbcClient.create(world.database.owner());
    assertThat(
            owner
                .sql(
                    "SELECT name, organisation FROM achievement_party WHERE achievement = :id ORDER"
                        + " BY role, place")
                .param("id", ids.getFirst())
                .query((row, n) -> row.getString(1) + " " + row.getLong(2))
                .list())
        .containsExactly(
            "李华 " + world.university, "王敏 " + world.university, "东湖大学 " + world.university, "李华 0");
    assertThat(entries(ids.getLast())).isEqualTo(1);
    assertThat(
            owner
                .sql("SELECT last FROM registration_serial WHERE department = '999'")
                .query(Integer.class)
                .single())
        .isEqualTo(149);
    refused(ProblemCode.NOT_ALLOWED, world.registrar, () -> achievements.createAll(many));
    assertThat(Set.copyOf(ids)).hasSize(50);
  }
}
