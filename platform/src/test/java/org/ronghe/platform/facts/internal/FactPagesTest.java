package org.ronghe.platform.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.web.PageRules;

@TestInstance(Lifecycle.PER_CLASS)
class FactPagesTest {
  private final TestDatabase database = TestDatabase.fresh();
  private final TestNode node = TestNode.start(database);
  private TestBrowser officer = node.browser();
  private TestBrowser other = node.browser();
  private TestBrowser firm = node.browser();
  private String ours = "";
  private String theirs = "";

  @BeforeAll
  void twoOrganisations() {
    node.grant(node.person("officer"), Role.BUREAU_OFFICER, null);
    node.grant(node.person("other-officer"), Role.BUREAU_OFFICER, null);
    officer = node.browser().signIn("officer");
    other = node.browser().signIn("other-officer");
    ours = organisation("长江光电有限公司", "Yangtze Photonics");
    theirs = organisation("东湖仪器有限公司", "East Lake Instruments");
    node.grant(node.person("firm"), Role.ENTERPRISE, number(ours));
    firm = node.browser().signIn("firm");
  }

  @AfterAll
  void stop() {
    node.close();
    database.close();
  }

  private static long number(String href) {
    return Long.parseLong(href.substring(href.lastIndexOf('/') + 1));
  }

  private String organisation(String zh, String en) {
    return taken(
        officer.post(
            "/organisations/new",
            "name_zh",
            zh,
            "name_en",
            en,
            "kind",
            "enterprise",
            "status",
            "active",
            "economy",
            "CN",
            "region",
            "武汉",
            "district",
            "洪山区",
            "homepage",
            "https://example.org"));
  }

  private static String taken(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String found(String pattern, String text) {
    var matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
    return matcher.group(1);
  }

  /// The newest record that stands in a history.
  private String newest(TestBrowser browser, String organisation, String attribute) {
    return found(
        "/facts/(\\d+)/correct", browser.get(organisation + "/history/" + attribute).body());
  }

  @Test
  void everyPageIsThereInBothLanguages() {
    String person =
        taken(
            officer.post(
                "/people/new",
                "name_zh",
                "李华",
                "kind",
                "researcher",
                "status",
                "active",
                "organisation",
                "East Lake Instruments"));
    String work =
        taken(
            officer.post(
                "/works/new",
                "name_en",
                "A lens",
                "kind",
                "patent",
                "status",
                "active",
                "year",
                "2024"));
    taken(
        officer.post(
            theirs + "/facts/enter",
            "attribute",
            "established_on",
            "value",
            "2011-02-03",
            "from",
            "2011-02-03"));
    String fact = newest(officer, theirs, "established_on");
    for (String language : List.of("en", "zh")) {
      assertThat(officer.get("/choose/language/" + language).statusCode()).isEqualTo(303);
      for (String path :
          List.of(
              "/",
              "/organisations",
              "/organisations?q=lake&kind=enterprise&sort=changed:desc",
              "/organisations?q=nothing-like-this",
              "/organisations/new",
              theirs,
              theirs + "?day=2020-01-01&known=2020-01-01",
              theirs + "?day=nonsense",
              theirs + "/edit",
              theirs + "/rename",
              theirs + "/identifiers",
              theirs + "/facts/enter",
              theirs + "/facts/enter?attribute=legal_form",
              theirs + "/history/established_on",
              theirs + "/facts/" + fact + "/correct",
              theirs + "/facts/" + fact + "/change",
              theirs + "/facts/" + fact + "/retract",
              "/people",
              "/people/new",
              person,
              person + "/edit",
              "/works",
              "/works/new",
              work,
              "/merges",
              "/merges/new?merged=" + number(theirs))) {
        HttpResponse<String> page = officer.get(path);
        assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
        PageRules.check(page, language.equals("zh") ? "zh-CN" : "en");
      }
    }
    officer.get("/choose/language/en");
  }

  @Test
  void theListIsSearchedNarrowedAndTakenAway() {
    assertThat(officer.get("/organisations?q=photonics").body())
        .contains(ours + "\"")
        .doesNotContain(theirs + "\"");
    assertThat(officer.get("/organisations?kind=university").body()).doesNotContain(ours + "\"");
    HttpResponse<String> csv = officer.get("/organisations/export?format=csv&q=photonics");
    assertThat(csv.body()).contains("Yangtze Photonics").doesNotContain("East Lake");
  }

  @Test
  void aFactIsCorrectedAndWhatWasKnownBeforeCanStillBeSeen() throws InterruptedException {
    taken(
        firm.post(
            ours + "/facts/enter",
            "attribute",
            "legal_form",
            "value",
            "state_enterprise",
            "from",
            "2020-01-01",
            "source",
            "register"));
    Thread.sleep(1100); // the picker knows whole seconds
    String before =
        LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS).toString();
    Thread.sleep(1100);
    String fact = newest(firm, ours, "legal_form");
    taken(
        firm.post(
            ours + "/facts/" + fact + "/correct",
            "value",
            "private_enterprise",
            "from",
            "2020-01-01",
            "source",
            "register",
            "reason",
            "read the wrong line"));
    assertThat(firm.get(ours).body()).contains("Private enterprise").doesNotContain("State-owned");
    assertThat(firm.get(ours + "?known=" + before).body())
        .contains("State-owned")
        .doesNotContain("Private enterprise")
        .contains("another state");
    assertThat(firm.get(ours + "/history/legal_form").body())
        .contains("read the wrong line")
        .contains("corrected");
    HttpResponse<String> late =
        firm.post(
            ours + "/facts/" + fact + "/correct",
            "value",
            "private_enterprise",
            "from",
            "2020-01-01",
            "source",
            "kept words",
            "reason",
            "again");
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(late.body()).contains("kept words");
    String now = newest(firm, ours, "legal_form");
    taken(
        firm.post(
            ours + "/facts/" + now + "/change",
            "value",
            "foreign_enterprise",
            "from",
            "2026-01-15",
            "reason",
            "sold"));
    assertThat(firm.get(ours + "?day=2026-01-14").body()).contains("Private enterprise");
    assertThat(firm.get(ours + "?day=2026-01-15").body()).contains("Foreign-invested");
    String last = newest(firm, ours, "legal_form");
    assertThat(firm.post(ours + "/facts/" + last + "/retract").statusCode()).isEqualTo(400);
    taken(firm.post(ours + "/facts/" + last + "/retract", "reason", "was not sold"));
    assertThat(firm.get(ours + "/history/legal_form").body()).contains("was not sold");
  }

  @Test
  void twoTabsEditTheSameRecordAndNothingIsLost() {
    String organisation = organisation("双页测试", "Two Tabs");
    String version =
        found("name=\"version\" value=\"(\\d+)\"", officer.get(organisation + "/edit").body());
    String[] first = {
      "version",
      version,
      "kind",
      "university",
      "status",
      "active",
      "economy",
      "CN",
      "region",
      "武汉",
      "district",
      "武昌区"
    };
    taken(officer.post(organisation + "/edit", first));
    String[] second = first.clone();
    second[11] = "江夏区";
    HttpResponse<String> clash = other.post(organisation + "/edit", second);
    assertThat(clash.statusCode()).isEqualTo(412);
    assertThat(clash.body()).contains("<td>江夏区</td><td>武昌区</td>").contains("value=\"江夏区\"");
    second[1] = found("name=\"version\" value=\"(\\d+)\"", clash.body());
    taken(other.post(organisation + "/edit", second));
    assertThat(officer.get(organisation).body()).contains("江夏区").doesNotContain("武昌区");
  }

  @Test
  void badInputKeepsEverythingAndSaysWhy() {
    HttpResponse<String> answer =
        officer.post(
            "/organisations/new",
            "name_zh",
            "留住我",
            "kind",
            "enterprise",
            "status",
            "active",
            "economy",
            "CN",
            "uscc",
            "91420100MA4KQ3XH2B",
            "homepage",
            "no address");
    assertThat(answer.statusCode()).isEqualTo(400);
    PageRules.check(answer, "en");
    assertThat(answer.body()).contains("留住我").contains("91420100MA4KQ3XH2B").contains("is-invalid");
    answer =
        firm.post(
            ours + "/facts/enter",
            "attribute",
            "established_on",
            "value",
            "someday",
            "from",
            "2020-13-01",
            "source",
            "kept source");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("“someday” is no date; write for example 2026-04-01.")
        .doesNotContain("{0}")
        .contains("kept source")
        .contains("id=\"value-note\"")
        .contains("id=\"from-note\"");
  }

  @Test
  void evidenceIsUploadedOnceAndSavedByThoseWhoMay() {
    HttpResponse<String> wrong = upload(firm, ours, "2020-13-01");
    assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(400);
    String evidence = found("name=\"evidence\" value=\"(\\d+)\"", wrong.body());
    taken(
        firm.post(
            ours + "/facts/enter",
            "attribute",
            "established_on",
            "value",
            "2019-05-06",
            "from",
            "2019-05-06",
            "evidence",
            evidence));
    assertThat(firm.get(ours + "/history/established_on").body())
        .contains("/evidence/" + evidence)
        .contains("note.txt");
    HttpResponse<String> file = firm.get("/evidence/" + evidence);
    assertThat(file.body()).isEqualTo("as registered");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    node.grant(node.person("stranger"), Role.ENTERPRISE, number(theirs));
    assertThat(node.browser().signIn("stranger").get("/evidence/" + evidence).statusCode())
        .isEqualTo(404);
  }

  private HttpResponse<String> upload(TestBrowser browser, String organisation, String from) {
    String line = "--x\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    String body =
        line.formatted("_csrf", browser.token())
            + line.formatted("attribute", "established_on")
            + line.formatted("value", "2019-05-06")
            + line.formatted("from", from)
            + "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"note.txt\"\r\n"
            + "Content-Type: text/plain\r\n\r\nas registered\r\n--x--\r\n";
    return browser.send(
        HttpRequest.newBuilder(node.at(organisation + "/facts/enter"))
            .header("Content-Type", "multipart/form-data; boundary=x")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8)));
  }

  @Test
  void anotherOrganisationNeitherWritesNorSeesInternalFigures() {
    taken(
        officer.post(
            theirs + "/facts/enter",
            "attribute",
            "total_revenue",
            "value",
            "123456789.01",
            "year",
            "2024"));
    String page = officer.get(theirs).body();
    assertThat(page).contains("12,345.68").contains("CNY 123,456,789.01");
    assertThat(firm.get(theirs).statusCode()).isEqualTo(200);
    assertThat(firm.get(theirs).body()).doesNotContain("12,345.68").doesNotContain("/facts/enter");
    assertThat(firm.get(theirs + "/history/total_revenue").body()).doesNotContain("123,456,789");
    assertThat(firm.get(theirs + "/facts/enter").statusCode()).isEqualTo(403);
    assertThat(
            firm.post(
                    theirs + "/facts/enter",
                    "attribute",
                    "total_revenue",
                    "value",
                    "1",
                    "year",
                    "2023")
                .statusCode())
        .isEqualTo(403);
    String fact = newest(officer, theirs, "total_revenue");
    assertThat(
            firm.post(ours + "/facts/" + fact + "/retract", "reason", "through my own address")
                .statusCode())
        .isEqualTo(404);
    assertThat(firm.get("/organisations/new").statusCode()).isEqualTo(403);
  }

  @Test
  void aMergeIsProposedDecidedBySomebodyElseAndUndone() {
    String one = organisation("合并甲", "Merge One");
    String two = organisation("合并乙", "Merge Two");
    String merge =
        taken(
            officer.post(
                "/merges/new",
                "merged",
                "合并甲",
                "survivor",
                String.valueOf(number(two)),
                "reason",
                "same people"));
    assertThat(other.get("/").body()).contains(merge);
    assertThat(officer.post(merge + "/decide", "decision", "accept", "reason", "mine").statusCode())
        .isEqualTo(409);
    PageRules.check(other.get(merge), "en");
    assertThat(firm.post(merge + "/decide", "decision", "accept", "reason", "x").statusCode())
        .isEqualTo(403);
    taken(other.post(merge + "/decide", "decision", "accept", "reason", "checked"));
    assertThat(other.get(one).body()).contains("read as part of");
    taken(other.post(merge + "/undo", "reason", "they are two"));
    assertThat(other.get(one).body()).doesNotContain("read as part of");
  }
}
