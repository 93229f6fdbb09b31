package org.ronghe.platform.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.matching.CatalogueTable;
import org.ronghe.platform.matching.Lesson;
import org.ronghe.platform.matching.MatchAnswer;
import org.ronghe.platform.matching.MatchDecisions;
import org.ronghe.platform.matching.MatchOutcome;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.Matching;
import org.ronghe.platform.web.PageRules;

/// Decisions about answers, and what is learned from them, with the language models that come
/// along.
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MatchDecisionsTest {
  private static final List<String> SUBJECTS =
      List.of("电池隔膜", "语音提醒机器人", "活性染料", "光纤激光器", "抗旱小麦", "桥梁拉索监测");
  private static final List<String> FORMS =
      List.of("的制备工艺", "的检测方法", "关键材料", "生产线", "专用软件", "的性能评价", "的中试样机", "的标准", "的失效分析", "的回收利用");

  private final TestDatabase database = TestDatabase.fresh();
  private final TestNode node = TestNode.start(database);
  private final CatalogueTable catalogue = new CatalogueTable(database.owner());
  private final Matching matching = node.part(Matching.class);
  private final MatchDecisions decisions = node.part(MatchDecisions.class);
  private final TestBrowser broker = node.browser();
  private long account;

  @BeforeAll
  void enter() throws InterruptedException {
    catalogue.standAlone();
    account = node.person("broker");
    broker.signIn("broker");
    long id = 0;
    for (String subject : SUBJECTS) {
      for (String form : FORMS) {
        catalogue.enter(++id, subject + form, subject + form + "，经过三年试验，性能稳定。");
      }
    }
    for (int i = 0; i < 600 && matching.health().waiting() > 0; i++) {
      Thread.sleep(100);
    }
  }

  @AfterAll
  void close() {
    node.close();
    database.close();
  }

  private static MatchRequest need(String subject) {
    return new MatchRequest("需要" + subject, "", "", 10, 0);
  }

  private static long id(int subject, int form) {
    return (long) subject * FORMS.size() + form + 1;
  }

  @Test
  @Order(1)
  void aDecisionIsTakenOnThePageAndShownThere() {
    for (String language : List.of("zh", "en")) {
      boolean chinese = language.equals("zh");
      broker.get("/choose/language/" + language);
      HttpResponse<String> page =
          broker.post(
              "/match/decisions",
              "q",
              "需要语音机器人",
              "text",
              "",
              "achievement",
              Long.toString(id(1, 0)),
              "outcome",
              chinese ? "early" : "accepted",
              "words",
              "<b>样机</b>");
      assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
      PageRules.check(page, chinese ? "zh-CN" : "en");
      assertThat(page.body()).contains(chinese ? "谢绝：尚不成熟" : "Accepted: it fits");
      HttpResponse<String> learned = broker.get("/match/learned");
      assertThat(learned.statusCode()).isEqualTo(200);
      PageRules.check(learned, chinese ? "zh-CN" : "en");
      assertThat(learned.body()).contains("&lt;b").contains("50");
    }
    assertThat(broker.get("/api/v1/match/decisions").body())
        .contains("ACCEPTED")
        .doesNotContain("EARLY"); // the later decision stands in for the earlier
  }

  @Test
  @Order(2)
  void whatMakesNoSenseIsRefused() {
    assertThat(decided("", 1, "accepted")).isEqualTo(400);
    assertThat(decided("需要机器人", 1, "perhaps")).isEqualTo(400);
    assertThat(decided("需要机器人", 99_999, "accepted")).isEqualTo(404);
    assertThat(node.browser().post("/match", "q", "机器人", "text", "").body())
        .doesNotContain("/match/decisions");
  }

  private int decided(String need, long achievement, String outcome) {
    return broker
        .post(
            "/match/decisions",
            "q",
            need,
            "achievement",
            Long.toString(achievement),
            "outcome",
            outcome)
        .statusCode();
  }

  @Test
  @Order(3)
  void anotherDoesNotReadThem() {
    node.person("stranger");
    TestBrowser stranger = node.browser();
    stranger.signIn("stranger");
    assertThat(stranger.get("/api/v1/match/decisions").body()).isEqualTo("[]");
  }

  /// Everybody wants pilot machines and nothing else: it is measured whether that is found again on
  /// needs put aside, and answers say how far to trust them.
  @Test
  @Order(4)
  void whatWasDecidedOrdersWhatIsAskedNext() {
    var actor = new Actor(account, "broker", "127.0.0.1", Map.of(), Actor.Kind.PERSON);
    var fresh = need(SUBJECTS.getLast());
    assertThat(matching.find(fresh).offers()).allMatch(found -> found.trust() == null);
    for (int subject = 0; subject < SUBJECTS.size() - 1; subject++) {
      MatchRequest need = need(SUBJECTS.get(subject));
      for (int form = 0; form < FORMS.size(); form++) {
        long offer = id(subject, form);
        var outcome = form == 6 ? MatchOutcome.ACCEPTED : MatchOutcome.UNRELATED;
        Actors.runAs(actor, () -> decisions.decide(need, offer, outcome, ""));
      }
    }
    Learner learner = node.part(Learner.class);
    Actors.runAs(Actor.system("test"), learner::learn);
    Lesson lesson = node.part(Lessons.class).find().orElseThrow();
    assertThat(lesson.needs()).isGreaterThanOrEqualTo(5);
    assertThat(lesson.decisions()).isGreaterThanOrEqualTo(50);
    assertThat(lesson.learned()).isBetween(0.0, 1.0);
    var trust = new ArrayList<Double>();
    for (MatchAnswer.Found found : matching.find(fresh).offers()) {
      MatchAnswer.Trust one = found.trust();
      trust.add(one == null ? -1 : one.relevantShare());
    }
    assertThat(trust).isNotEmpty().doesNotContain(-1.0);
    if (lesson.pays()) {
      assertThat(trust).isSortedAccordingTo(Comparator.reverseOrder());
    }
    HttpResponse<String> page = broker.post("/match", "q", fresh.title(), "text", "");
    PageRules.check(page, "en");
    assertThat(page.body()).contains("judged relevant").contains("<mark>");
    HttpResponse<String> learned = broker.get("/match/learned");
    PageRules.check(learned, "en");
    assertThat(learned.body()).contains("words in common");
    assertThat(broker.get("/api/v1/match/learned").body()).contains("demands met");
    assertThat(broker.get("/api/v1/match?q=%E6%9F%93%E6%96%99").body()).contains("relevantShare");
  }
}
