package org.ronghe.platform.rulebooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.TECH_SME;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.await;
import static org.ronghe.platform.rulebooks.internal.RulebooksNode.fact;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.facts.Validity;
import org.ronghe.rules.Rulebooks;

/// What the bureau sees of all firms: who is near, every district and industry, and a draft tried.
@TestInstance(Lifecycle.PER_CLASS)
class CityPagesTest {
  private static final String TECH = "cn-tech-sme-2017-115";

  private final RulebooksNode world = new RulebooksNode();
  private final TestBrowser officer = world.node.browser().signIn("officer");
  private TestBrowser own = world.node.browser();

  @BeforeAll
  void firms() {
    long right = world.rightFirm("江南够格科技有限公司");
    long near = world.rightFirm("江南差一步科技有限公司");
    world.correct(near, "ip_class_two", "1");
    LocalDate today = LocalDate.now(ZoneId.systemDefault());
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

  @Test
  void theBureauFindsWhoIsNearAndTakesThemAway() {
    String page = officer.get("/titles/firms?rulebook=" + TECH + "&steps=1").body();
    assertThat(page).contains("江南差一步科技有限公司").doesNotContain("江南够格科技有限公司");
    HttpResponse<String> csv =
        officer.get("/titles/firms/export?format=csv&rulebook=" + TECH + "&steps=1");
    assertThat(csv.body()).contains("江南差一步科技有限公司").contains("not-met");
    assertThat(officer.get("/titles/firms?ending=true").body()).contains("江南够格科技有限公司");
    assertThat(officer.get("/titles").body()).contains("Technology-based SME");
    assertThat(officer.get("/titles/export?format=csv").body())
        .startsWith("\uFEFFtitle,met,not-met,data-missing,needs-human,near,held,ending\r\n")
        .containsPattern("Technology-based SME[^\r]*,[1-9]");
    assertThat(own.get("/titles").statusCode()).isEqualTo(403);
    assertThat(
            officer
                .post("/titles/targets", "title", TECH_SME.path(), "year", "2027", "target", "30")
                .statusCode())
        .isEqualTo(303);
    assertThat(officer.get("/titles").body()).contains("by 2027");
    officer.post("/titles/targets", "title", TECH_SME.path(), "year", "2027", "target", "0");
    assertThat(officer.get("/titles").body()).doesNotContain("by 2027");
  }

  @Test
  void aTargetIsOfATitleThatThereIs() {
    for (String title : List.of("", "none", "none/none", TECH_SME.path() + "/x")) {
      officer.post("/titles/targets", "title", title, "year", "2031", "target", "30");
      assertThat(officer.get("/titles").body())
          .as(title)
          .contains("id=\"title-note\"")
          .doesNotContain("by 2031");
    }
    officer.post("/titles/targets", "title", TECH_SME.path(), "year", "1031", "target", "30");
    assertThat(officer.get("/titles").body()).contains("id=\"year-note\"");
  }

  @Test
  void aDraftIsCheckedAndTriedOnEverybody() {
    String text = Rulebooks.text(TECH);
    HttpResponse<String> broken =
        officer.post("/titles/simulations", "content", text.replace("staff <= 500", "staf <= 500"));
    assertThat(broken.statusCode()).isEqualTo(400);
    assertThat(broken.body()).containsPattern("Line \\d+").contains("staf");
    // 58 points are enough by the draft, whose own examples say so too.
    String draft = text.replaceAll("(?s)\nexamples:.*", "\n").replace(">= 60", ">= 58");
    assertThat(draft).isNotEqualTo(text);
    HttpResponse<String> sent =
        officer.post("/titles/simulations", "content", draft, "name", "58 points");
    assertThat(sent.statusCode()).as(errors(sent.body())).isEqualTo(303);
    String to = sent.headers().firstValue("Location").orElseThrow();
    await("all are judged", () -> officer.get(to).body().contains("judged by both"));
    String page = officer.get(to).body();
    assertThat(page).contains("江南差一步科技有限公司").doesNotContain("江南够格科技有限公司");
    assertThat(officer.get(to + "/export?format=csv").body())
        .contains("江南差一步科技有限公司")
        .contains("not-met")
        .contains("met");
    assertThat(page)
        .contains("Before and after, by district")
        .contains("Before and after, by industry")
        .containsPattern("洪山区</a>[^§]*\\d → <strong>\\d");
    List<String> parts =
        officer.get(to + "/parts/export?format=csv").body().lines().skip(1).toList();
    String[] district =
        parts.stream()
            .filter(line -> line.startsWith("district,洪山区,"))
            .findFirst()
            .orElseThrow()
            .split(",", -1);
    // Newly met are as many as met more: nobody loses by a lower line.
    assertThat(Long.parseLong(district[8]) - Long.parseLong(district[3]))
        .isEqualTo(Long.parseLong(district[14]))
        .isPositive();
    assertThat(district[13]).isEqualTo("0");
    assertThat(officer.get("/api/v1" + to.replace("/titles", "") + "/parts").body())
        .contains("\"by\":\"industry\"")
        .contains("\"gain\":");
    assertThat(own.get(to + "/parts/export?format=csv").statusCode()).isEqualTo(403);
    assertThat(officer.get("/titles/simulations/export?format=csv").body())
        .contains("58 points," + TECH + "," + TECH);
    assertThat(officer.get("/api/v1" + to.replace("/titles", "")).body())
        .contains("\"before\":\"not-met\"");
    assertThat(own.get("/api/v1/simulations").body()).isEqualTo("[]");
  }

  @Test
  void aDraftWithoutANameIsCalledByItsTitleInTheReadersLanguage() {
    String draft = Rulebooks.text(TECH).replaceAll("(?s)\nexamples:.*", "\n");
    String to =
        officer
            .post("/titles/simulations", "content", draft)
            .headers()
            .firstValue("Location")
            .orElseThrow();
    assertThat(officer.get(to).body()).contains("<h1").contains("Technology-based SME</h1>");
    assertThat(officer.get("/titles/simulations").body()).contains(">Technology-based SME</a>");
    officer.get("/choose/language/zh");
    assertThat(officer.get(to).body()).contains("科技型中小企业评价</h1>");
    assertThat(officer.get("/titles/simulations").body()).contains(">科技型中小企业评价</a>");
    officer.get("/choose/language/en");
  }

  /// Two firms of one district and industry: one right, one that misses by one clause. A third,
  /// elsewhere, of which hardly anything is known.
  @Test
  void theBureauSeesEveryDistrictAndIndustry() {
    long unknown = world.firm("江南别处企业", "蔡甸区");
    world.judgeAll(LocalDate.now(java.time.ZoneId.systemDefault()));
    String path = "/titles/parts?of=" + TECH_SME.path();
    String page = officer.get(path).body();
    assertThat(page)
        .contains("Firms by district")
        .contains("洪山区")
        .contains("蔡甸区")
        .contains("district=%E8%94%A1%E7%94%B8%E5%8C%BA&amp;answer=data-missing");
    String csv = officer.get(path.replace("?", "/export?") + "&format=csv").body();
    assertThat(csv.lines())
        .anyMatch(line -> line.matches("district,蔡甸区,蔡甸区,1,0,0,1,0,0"))
        .anyMatch(line -> line.startsWith("industry,I,"));
    List<String> hongshan = csv.lines().filter(line -> line.startsWith("district,洪山区,")).toList();
    assertThat(hongshan).hasSize(1);
    String[] counts = hongshan.getFirst().split(",", -1);
    assertThat(Long.parseLong(counts[3]))
        .as("the answers add up to the firms")
        .isEqualTo(IntStream.rangeClosed(4, 7).mapToLong(i -> Long.parseLong(counts[i])).sum());
    assertThat(Long.parseLong(counts[8])).as("one step away").isPositive();
    assertThat(officer.get(path.replace("?", "/export?") + "&format=xlsx").statusCode())
        .isEqualTo(200);
    assertThat(officer.get(path + "&district=" + encoded("蔡甸区")).body())
        .doesNotContain("district=%E6%B4%AA%E5%B1%B1%E5%8C%BA&amp;answer=met");
    String api = "/api/v1/judgements/parts?rulebook=" + TECH;
    assertThat(officer.get(api).body()).contains("\"part\":\"蔡甸区\"").contains("\"data-missing\":1");
    assertThat(own.get(api).body()).contains("洪山区").doesNotContain("蔡甸区");
    assertThat(own.get("/titles/parts").statusCode()).isEqualTo(403);
    assertThat(officer.get("/titles/parts?of=no/such").statusCode()).isEqualTo(404);
    assertThat(officer.get("/api/v1/judgements/parts?rulebook=no-such").statusCode())
        .isEqualTo(404);
    assertThat(unknown).isPositive();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String errors(String page) {
    var matcher = Pattern.compile("<li>(Line[^<]*)</li>").matcher(page);
    var all = new StringBuilder();
    while (matcher.find()) {
      all.append(matcher.group(1)).append('\n');
    }
    return all.toString();
  }
}
