package org.ronghe.platform.facts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.facts.internal.FactPagesNode.found;
import static org.ronghe.platform.facts.internal.FactPagesNode.newest;
import static org.ronghe.platform.facts.internal.FactPagesNode.number;
import static org.ronghe.platform.facts.internal.FactPagesNode.taken;

import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.web.PageRules;

@TestInstance(Lifecycle.PER_CLASS)
class FactPagesTest {
  private final FactPagesNode world = new FactPagesNode();
  private final TestBrowser officer = world.officer;
  private final TestBrowser other = world.other;
  private final TestBrowser firm = world.firm;
  private final String ours = world.ours;
  private final String theirs = world.theirs;

  @AfterAll
  void stop() {
    world.close();
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
    String organisation = world.organisation("双页测试", "Two Tabs");
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
  void aCoordinateOfAnyLengthComesBackAsItIsShown() {
    String organisation = world.organisation("长坐标", "Long Degrees");
    for (String[] degrees :
        new String[][] {
          {"30.512345678901234", "114.41234567890123"}, {"0.00001234567890123", "-0.5"}
        }) {
      String form = officer.get(organisation + "/edit").body();
      taken(edit(organisation, form, degrees[0], degrees[1]));
      form = officer.get(organisation + "/edit").body();
      String lat = found("name=\"lat_degrees\" type=\"text\" value=\"([^\"]+)\"", form);
      String lon = found("name=\"lon_degrees\" type=\"text\" value=\"([^\"]+)\"", form);
      assertThat(Double.parseDouble(lat)).isEqualTo(Double.parseDouble(degrees[0]));
      assertThat(Double.parseDouble(lon)).isEqualTo(Double.parseDouble(degrees[1]));
      taken(edit(organisation, form, lat, lon));
    }
    String form = officer.get(organisation + "/edit").body();
    assertThat(edit(organisation, form, "91", "0").statusCode()).isEqualTo(400);
    assertThat(edit(organisation, form, "1e1", "0").statusCode()).isEqualTo(400);
  }

  private HttpResponse<String> edit(String organisation, String form, String lat, String lon) {
    return officer.post(
        organisation + "/edit",
        "version",
        found("name=\"version\" value=\"(\\d+)\"", form),
        "kind",
        "enterprise",
        "status",
        "active",
        "economy",
        "CN",
        "lat_degrees",
        lat,
        "lon_degrees",
        lon);
  }
}
