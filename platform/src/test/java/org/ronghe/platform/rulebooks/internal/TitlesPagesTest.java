package org.ronghe.platform.rulebooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.TECH_SME;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.await;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.day;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.fact;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.web.PageRules;
import org.ronghe.rules.page.Replay;

/// What firms and the bureau see, and what they can do with it, on pages and by program.
@TestInstance(Lifecycle.PER_CLASS)
class TitlesPagesTest {
  private static final String TECH = "cn-tech-sme-2017-115";

  private final RulebooksNode world = new RulebooksNode();
  private final TestBrowser officer = world.node.browser().signIn("officer");
  private long right;
  private long near;
  private TestBrowser own = world.node.browser();

  @BeforeAll
  void firms() {
    right = world.rightFirm("江南够格科技有限公司");
    near = world.rightFirm("江南差一步科技有限公司");
    world.correct(near, "ip_class_two", "1");
    LocalDate today = LocalDate.now(java.time.ZoneId.systemDefault());
    world.record(
        List.of(
            fact(
                right,
                "title_tech_sme",
                "2026420101A000001",
                new Validity(today.minusYears(1).plusMonths(2), today.plusMonths(2)))));
    world.owner("owner", right);
    own = world.node.browser().signIn("owner");
    world.judgeAll(today);
  }

  @AfterAll
  void stop() {
    world.close();
  }

  private static String titles(long firm) {
    return "/organisations/" + firm + "/titles";
  }

  private static String title(long firm) {
    return titles(firm) + "/" + TECH_SME.path();
  }

  private HttpResponse<String> api(TestBrowser browser, String method, String path, String body) {
    return browser.send(
        HttpRequest.newBuilder(world.node.at(path))
            .header("X-XSRF-TOKEN", browser.token())
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body)));
  }

  @Test
  void everyPageIsThereInBothLanguages() {
    for (String language : List.of("en", "zh")) {
      for (TestBrowser browser : List.of(own, officer)) {
        browser.get("/choose/language/" + language);
        for (String path :
            List.of(
                titles(right),
                title(right),
                "/organisations/" + right + "/policies",
                "/policies")) {
          var page = browser.get(path);
          assertThat(page.statusCode()).as(path).isEqualTo(200);
          PageRules.check(page, language.equals("en") ? "en" : "zh-CN");
        }
      }
      for (String path :
          List.of(
              "/titles",
              "/titles/firms",
              "/titles/firms?steps=1",
              "/titles/firms?ending=true&sort=until",
              "/titles/firms?rulebook=cn-gradient-2026-2&kind=renewal&answer=not-met",
              "/titles/parts",
              "/titles/parts?of=" + TECH_SME.path() + "&industry=I",
              "/titles/simulations",
              "/titles/parameters",
              "/titles/parameters?organisation=" + right,
              "/policies/cn-high-tech-enterprise-2016/cn-high-tech-enterprise-2016")) {
        var page = officer.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        PageRules.check(page, language.equals("en") ? "en" : "zh-CN");
      }
    }
    officer.get("/choose/language/en");
    own.get("/choose/language/en");
  }

  @Test
  void aFirmSeesWhatItHoldsAndWhatIsMissing() {
    assertThat(own.get(titles(right)).body())
        .contains("Technology-based SME")
        .contains("ends soon")
        .contains(
            LocalDate.now(java.time.ZoneId.systemDefault()).plusMonths(2).minusDays(1).toString());
    assertThat(officer.get(title(near)).body())
        .contains("not met")
        .contains("58")
        .contains("Nearest ways there")
        .contains("Evidence:");
    assertThat(own.get("/organisations/" + right).body()).contains(titles(right));
    assertThat(own.get("/").body()).contains(titles(right));
    assertThat(own.get(titles(near)).statusCode()).isEqualTo(403);
  }

  /// Nobody can be younger: of the ways to be a gazelle the nearest is the one by growth.
  @Test
  void whatIsMissingIsNothingThatNobodyCanChange() {
    long firm = world.rightFirm("江南减速企业");
    int year = day().getYear() - 1;
    world.record(
        List.of(
            fact(firm, "established_on", "2010-01-01", Validity.always()),
            fact(firm, "sales_revenue", "60000000", Validity.year(year - 1)),
            fact(firm, "sales_revenue", "60000000", Validity.year(year - 2)),
            fact(firm, "sales_revenue", "60000000", Validity.year(year - 3))));
    assertThat(officer.get(titles(firm)).body())
        .contains("compound growth of at least 20 %")
        .contains("CNY 50,000,000 → &gt; CNY 60,000,000")
        .doesNotContain("At most five years old, a yearly revenue");
  }

  /// A title page tells what the document gives beside the answer.
  @Test
  void theSizeClassIsSaid() {
    long firm = world.rightFirm("江南小型企业");
    world.record(
        List.of(fact(firm, "size_industry", "software", Validity.from(LocalDate.of(2015, 1, 1)))));
    String path = titles(firm) + "/cn-enterprise-size-2017-213/cn-enterprise-size-2017-213";
    assertThat(officer.get(path).body()).containsPattern("Size class: <strong[^>]*>Medium<");
  }

  @Test
  void tryingAValueShowsTheClausesThatTurnAndStoresNothing() {
    int year = day().getYear() - 1;
    String control = "w.ip_class_two." + year;
    String form = officer.get(title(near)).body();
    assertThat(form).contains("name=\"" + control + "\"");
    assertThat(form).contains("type=\"range\" hidden data-moves=\"" + control + "\"");
    String tried = officer.get(title(near) + "?" + control + "=2").body();
    assertThat(tried).contains("if one value were others").contains("64");
    assertThat(officer.get(title(near) + "?" + control + "=many").body())
        .contains("cannot be read as a value");
    assertThat(officer.get(title(near)).body()).doesNotContain("if one value were others");
    HttpResponse<String> part =
        officer.send(
            HttpRequest.newBuilder(world.node.at(title(near) + "?" + control + "=2"))
                .header("HX-Request", "true")
                .header("Accept", "text/html")
                .GET());
    assertThat(part.body())
        .doesNotContain("<html")
        .contains("id=\"judged\"")
        .contains("id=\"turned\"")
        .contains("data-hx-swap-oob=\"true\"")
        .contains("as tried: 64 points ≥ 60 points");
  }

  @Test
  void figuresAreRoundedForReadersAndExactOnDemand() {
    long firm = world.rightFirm("江南零头企业");
    String staff = titles(firm) + "/cn-high-tech-enterprise-2016/cn-high-tech-enterprise-2016";
    world.correct(firm, "employees_total", "333");
    world.correct(firm, "technical_staff", "141");
    assertThat(officer.get(staff).body())
        .contains("= 42.34 %  ≥ 10 %</span>")
        .contains("= 42.3423423423 %  ≥ 10 %\"");
    // Rounded to two places it would look as if it reached 10 %.
    world.correct(firm, "employees_total", "100000");
    world.correct(firm, "technical_staff", "9999");
    assertThat(officer.get(staff).body()).contains("= 9.999 %  ≥ 10 %").contains("Δ 0.001 %");
    world.correct(firm, "sales_revenue", "123456789.5");
    assertThat(officer.get(title(firm)).body()).contains("CNY 123,456,789.50");
    officer.get("/choose/language/zh");
    assertThat(officer.get(title(firm)).body())
        .contains("1.23 亿元")
        .contains("title=\"1.234567895 亿元\"");
    officer.get("/choose/language/en");
  }

  @Test
  void programsReadWhatTheirOwnersMayAndTheSameBytesAgain() {
    String path = "/api/v1" + title(right);
    String judged = own.get(path).body();
    assertThat(judged).contains("\"answer\": \"met\"");
    assertThat(Replay.of(judged, world.node.part(Shelf.class).current()))
        .isEqualTo(Replay.Outcome.SAME);
    assertThat(own.get("/api/v1" + title(near)).statusCode()).isEqualTo(403);
    String stream = officer.get("/api/v1/judgements/stream?filter=rulebook:" + TECH).body();
    assertThat(stream.lines())
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(line -> line.startsWith("{"));
    String ownStream = own.get("/api/v1/judgements/stream").body();
    assertThat(ownStream.lines())
        .isNotEmpty()
        .allMatch(line -> line.contains("\"organisation\":" + right + ","));
    assertThat(own.get("/api/v1/judgements?filter=answer:perhaps:x").statusCode())
        .isNotEqualTo(500);
    assertThat(own.get("/api/v1/rulebooks/" + TECH).body()).contains("\"text\"").contains("500");
    String facts = "{\"employees_total\": 501, \"resident_in_mainland\": true}";
    HttpResponse<String> evaluated =
        api(own, "POST", "/api/v1/rulebooks/" + TECH + "/evaluate?on=2026-07-01", facts);
    assertThat(evaluated.body()).contains("\"answer\": \"not-met\"");
    assertThat(
            api(own, "POST", "/api/v1/rulebooks/" + TECH + "/evaluate", "{\"emploees\": 1}")
                .statusCode())
        .isEqualTo(400);
    assertThat(own.get("/api/v1" + title(right) + "?on=yesterday").statusCode()).isEqualTo(400);
    assertThat(officer.get("/api/v1/openapi.json").body()).contains("/api/v1/judgements/stream");
  }

  @Test
  void aFirmTakesItsLadderAndATitleAway() {
    assertThat(own.get(titles(right)).body()).contains(titles(right) + "/export?format=xlsx");
    assertThat(own.get(titles(right) + "/export?format=csv").body())
        .startsWith("\uFEFFrulebook,title_id,title,held,until,case,answer,points,steps,missing\r\n")
        .containsPattern(TECH + "," + TECH + ",Technology-based SME,true,2[0-9-]+,renewal,met,64");
    String page = officer.get(title(near)).body();
    for (String table : List.of("/export", "/inputs/export")) {
      assertThat(page).contains(title(near) + table + "?format=csv");
      for (String format : List.of("csv", "xlsx", "json")) {
        assertThat(officer.get(title(near) + table + "?format=" + format).statusCode())
            .isEqualTo(200);
      }
      assertThat(own.get(title(near) + table + "?format=csv").statusCode()).isEqualTo(403);
      assertThat(officer.get(title(near) + table + "?format=pdf").statusCode()).isEqualTo(400);
    }
    assertThat(officer.get(title(near) + "/export?format=csv").body())
        .containsPattern("score60,Score of at least 60,true,not-met,[^\r]*58 points ≥ 60 points");
    assertThat(officer.get(title(near) + "/inputs/export?format=csv").body()).contains("Employees");
  }

  @Test
  void figuresThatCannotBeAreRefused() {
    String path = "/api/v1/rulebooks/" + TECH + "/evaluate";
    for (String facts :
        List.of(
            "{\"employees_total\": -1}", "{\"sales_revenue\": {\"2025\": -5}}", "{", "", "[1]")) {
      HttpResponse<String> answer = api(own, "POST", path, facts);
      assertThat(answer.statusCode()).as(facts).isEqualTo(400);
    }
    String several = "{\"employees_total\": -1,\n\"nothing\": 1, \"own_brand\": 7}";
    assertThat(api(own, "POST", path, several).body())
        .contains("\"line 1\":\"employees_total: expected ≥ 0.\"")
        .contains("The fact dictionary has no nothing.")
        .contains("own_brand: expected true, false.");
    own.get("/choose/language/zh");
    assertThat(api(own, "POST", path, "{\"nothing\": 1}").body()).contains("事实字典中没有 nothing");
    own.get("/choose/language/en");
  }

  @Test
  void programsAreToldWhatIsNotThere() {
    assertThat(officer.get("/api/v1/organisations/987654/titles").statusCode()).isEqualTo(404);
    assertThat(officer.get("/api/v1/organisations/987654/titles/changes").statusCode())
        .isEqualTo(404);
    HttpResponse<String> nameless = officer.get("/api/v1/judgements/parts");
    assertThat(nameless.statusCode()).isEqualTo(400);
    assertThat(nameless.body()).contains("\"fields\":{\"rulebook\":");
  }

  @Test
  void theOwnerIsToldWhenAnAnswerTurns() {
    long firm = world.rightFirm("江南会变的企业");
    world.owner("turning", firm);
    TestBrowser browser = world.node.browser().signIn("turning");
    world.judgeAll(LocalDate.now(java.time.ZoneId.systemDefault()));
    assertThat(browser.get("/").body()).doesNotContain("Titles: what changed");
    world.correct(firm, "technical_staff", "9");
    await("it is told", () -> browser.get("/").body().contains("Titles: what changed"));
    String page = browser.get(titles(firm)).body();
    var link = Pattern.compile("href=\"([^\"]*known=[^\"]*)\"").matcher(page);
    assertThat(link.find()).isTrue();
    String then = link.group(1).replace("&amp;", "&");
    assertThat(browser.get(then).body()).contains("Judged for").contains("64");
  }

  @Test
  void policiesComeWithTheirAmounts() {
    long firm = world.rightFirm("江南转型企业");
    Validity year = Validity.year(day().getYear() - 1);
    world.record(
        List.of(
            fact(firm, "size_industry", "industry", Validity.from(LocalDate.of(2015, 1, 1))),
            fact(firm, "pilot_trade", "auto_parts", Validity.from(LocalDate.of(2015, 1, 1))),
            fact(
                firm,
                "digital_level",
                "2",
                Validity.day(LocalDate.of(day().getYear() - 1, 12, 15))),
            fact(firm, "digital_upgrade_cost", "500000", year)));
    assertThat(officer.get("/organisations/" + firm + "/policies").body()).contains("150,000");
    world.judgeAll(LocalDate.now(java.time.ZoneId.systemDefault()));
    String path = "/policies/cn-wuhan-sme-digital-subsidy/cn-wuhan-sme-digital-subsidy";
    assertThat(officer.get(path).body()).contains("江南转型企业").contains("150,000");
    assertThat(officer.get(path + "/export?format=csv").body()).contains("150,000");
    String ofFirm = "/organisations/" + firm + "/policies/export?format=csv";
    assertThat(officer.get(ofFirm).body())
        .startsWith("\uFEFFpolicy,issuers,benefit,window,answer,missing\r\n")
        .contains("150,000");
    assertThat(own.get(ofFirm).statusCode()).isEqualTo(403);
    assertThat(officer.get("/policies/export?format=csv").body())
        .startsWith("\uFEFFpolicy,issuers,benefit,window,met\r\n")
        .containsPattern(",1\r\n");
    assertThat(own.get("/policies/export?format=csv").body())
        .as("who does not see the city is not told how many")
        .startsWith("\uFEFFpolicy,issuers,benefit,window\r\n");
    assertThat(
            officer
                .get("/titles/firms?q=" + URLEncoder.encode("转型", StandardCharsets.UTF_8))
                .body())
        .contains("江南转型企业");
  }
}
