package org.ronghe.platform.directory.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.NewOrganisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.PageRules;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@TestInstance(Lifecycle.PER_CLASS)
class DirectoryTest {
  private final RegistryNode world = new RegistryNode();
  private final Directory directory = world.node.part(Directory.class);

  @BeforeAll
  void enter() {
    long laboratory = facility("光学实验室", OrganisationKind.LABORATORY, "洪山区", 30.50);
    fact(laboratory, "facility_level", "national");
    fact(laboratory, "facility_host", String.valueOf(world.university));
    fact(laboratory, "facility_field", "激光");
    fact(laboratory, "facility_field", "光通信");
    facility("电池中试平台", OrganisationKind.PILOT_PLATFORM, "武昌区", 30.55);
    long fund = facility("江城基金", OrganisationKind.FUND, "洪山区", 30.60);
    fact(fund, "fund_size", "50000000");
  }

  private long facility(String name, OrganisationKind kind, String district, double lat) {
    return as(
        world.officer,
        () ->
            world
                .node
                .part(Organisations.class)
                .create(
                    new NewOrganisation(
                        new OrganisationProfile(
                            new Names(name, ""),
                            kind,
                            new Place("CN", "武汉", district, lat, 114.3),
                            "",
                            "active"),
                        List.of(),
                        null))
                .id());
  }

  private void fact(long subject, String attribute, String value) {
    as(
        world.officer,
        () ->
            world
                .node
                .part(Facts.class)
                .record(NewFact.of(subject, attribute, value, Validity.always(), "test")));
  }

  @AfterAll
  void stop() {
    world.close();
  }

  private List<String> names(String search, String filter) {
    return as(
        world.registrar,
        () ->
            directory.list(new ListQuery(search, filter, "", null, 50)).results().stream()
                .map(entry -> entry.names().main())
                .toList());
  }

  @Test
  void placesOfInnovationAreListedAndNobodyElse() {
    assertThat(names("", "")).containsExactlyInAnyOrder("光学实验室", "电池中试平台", "江城基金");
    assertThat(names("电池", "")).containsExactly("电池中试平台");
    assertThat(names("", "kind:fund|laboratory,district:洪山区"))
        .containsExactlyInAnyOrder("光学实验室", "江城基金");
    assertThat(names("", "level:national")).containsExactly("光学实验室");
  }

  @Test
  void whatIsKnownOfThemStandsBesideTheirNames() {
    var entry =
        as(world.registrar, () -> directory.list(new ListQuery("光学", "", "", null, 50)))
            .results()
            .getFirst();
    assertThat(entry.level()).isEqualTo("national");
    assertThat(entry.told("facility_host", Language.CHINESE)).isEqualTo("东湖大学");
    assertThat(entry.told("facility_field", Language.CHINESE)).isEqualTo("激光、光通信");
    assertThat(entry.told("facility_field", Language.ENGLISH)).isEqualTo("激光, 光通信");
    var fund =
        as(world.registrar, () -> directory.list(new ListQuery("基金", "", "", null, 50)))
            .results()
            .getFirst();
    assertThat(fund.fundYuan()).isEqualTo(50_000_000L);
  }

  @Test
  void theyAreCountedByKindLevelAndDistrictAndDrawnOnAMap() {
    var facets = as(world.registrar, () -> directory.facets(new ListQuery("", "", "", null, 50)));
    assertThat(facets.get("kind")).containsEntry("fund", 1L).hasSize(3);
    assertThat(facets.get("level")).containsExactlyEntriesOf(java.util.Map.of("national", 1L));
    assertThat(facets.get("district")).containsEntry("洪山区", 2L);
    TestBrowser browser = world.node.browser().signIn("registrar");
    JsonNode places =
        JsonMapper.shared().readTree(browser.get("/directory/places?district=洪山区").body());
    assertThat(places.get("features").size()).isEqualTo(2);
    assertThat(places.at("/features/0/properties/href").asString()).startsWith("/organisations/");
    assertThat(places.at("/features/0/geometry/coordinates/0").asDouble()).isEqualTo(114.3);
  }

  @Test
  void thePageKeepsItsRulesAndCanBeTakenAway() {
    TestBrowser browser = world.node.browser().signIn("registrar");
    for (String language : List.of("zh", "en")) {
      browser.get("/choose/language/" + language);
      String tag = language.equals("zh") ? "zh-CN" : "en";
      PageRules.check(browser.get("/directory"), tag);
      PageRules.check(browser.get("/directory?level=national"), tag);
      PageRules.check(browser.get("/saved-searches"), tag);
    }
    assertThat(browser.get("/directory?level=national").body())
        .contains("光学实验室")
        .contains("Host: 东湖大学")
        .doesNotContain("江城基金");
    assertThat(browser.get("/directory/export?format=csv&kind=fund").body())
        .contains("江城基金")
        .contains("50000000")
        .as("as it is shown, in words")
        .containsPattern("(?m),Fund,")
        .doesNotContain("光学实验室");
    assertThat(browser.get("/directory/export?format=json").body()).contains("\"partners\"");
  }

  @Test
  void aSearchIsKeptUnderANameForOnesOwnAndForgotten() {
    TestBrowser browser = world.node.browser().signIn("registrar");
    String address = "/directory?level=national";
    assertThat(
            browser
                .post("/saved-searches", "name", "国家级", "address", address)
                .headers()
                .firstValue("Location"))
        .contains(address);
    browser.post("/saved-searches", "name", "国家级", "address", "/directory?level=own");
    browser.post("/saved-searches", "name", "国家级", "address", address);
    assertThat(browser.get("/directory").body()).contains("国家级").contains(address);
    TestBrowser other = world.node.browser().signIn("other-registrar");
    assertThat(other.get("/saved-searches").body()).doesNotContain("国家级");
    List<SavedSearch> mine = as(world.registrar, () -> world.node.part(SavedSearches.class).mine());
    assertThat(mine).extracting(SavedSearch::address).containsExactly(address);
    String forget = "/saved-searches/" + mine.getFirst().id() + "/forget";
    assertThat(other.post(forget).statusCode()).as("another's").isEqualTo(404);
    assertThat(browser.get("/saved-searches/export?format=csv").body()).contains("国家级");
    assertThat(browser.post(forget).statusCode()).isEqualTo(303);
    assertThat(browser.get("/saved-searches").body()).doesNotContain("国家级");
  }

  @Test
  void aSearchThatLeadsElsewhereIsNotKept() {
    TestBrowser browser = world.node.browser().signIn("registrar");
    for (String address : List.of("https://example.org/", "//example.org", "")) {
      assertThat(
              browser
                  .post("/saved-searches", "name", "x", "address", address)
                  .headers()
                  .firstValue("Location"))
          .contains("/saved-searches");
    }
    assertThat(as(world.registrar, () -> world.node.part(SavedSearches.class).mine())).isEmpty();
  }
}
