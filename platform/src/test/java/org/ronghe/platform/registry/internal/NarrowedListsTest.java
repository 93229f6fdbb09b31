package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.web.PageRules;

/// What addresses of lists ask for and no list knows.
@TestInstance(Lifecycle.PER_CLASS)
class NarrowedListsTest {
  private final RegistryNode world = new RegistryNode();
  private final TestBrowser officer = world.node.browser().signIn("officer");

  @AfterAll
  void stop() {
    world.close();
  }

  @Test
  void aPageSaysWhatItDoesNotKnowAndShowsItsListWithoutIt() {
    world.registered("看得见的成果");
    for (String language : List.of("en", "zh")) {
      officer.get("/choose/language/" + language);
      boolean english = language.equals("en");
      for (String path :
          List.of(
              "/achievements?state=nonsense",
              "/achievements?class=nonsense",
              "/catalogue?class=nonsense",
              "/catalogue?trl=nonsense",
              "/catalogue?year=nonsense",
              "/pools?pool=nonsense",
              "/pools?clock=nonsense",
              "/pools?left=true&outcome=nonsense",
              "/directory?kind=nonsense",
              "/directory?level=nonsense",
              "/organisations?kind=nonsense",
              "/organisations?status=nonsense",
              "/people?kind=nonsense",
              "/works?kind=nonsense",
              "/merges?state=nonsense")) {
        var page = officer.get(path);
        assertThat(page.statusCode()).as(path + page.body()).isEqualTo(200);
        assertThat(page.body())
            .as(path)
            .containsPattern("role=\"alert\"[\\s\\S]*nonsense")
            .contains(english ? "The list is shown without it." : "列表未按此条件筛选。")
            .doesNotContain("=nonsense");
        PageRules.check(page, english ? "en" : "zh-CN");
      }
    }
    officer.get("/choose/language/en");
    assertThat(officer.get("/achievements?state=nonsense&class=applied").body())
        .contains("看得见的成果")
        .contains("draft, sent_back, submitted, registered, refused, withdrawn");
    assertThat(officer.get("/achievements?state=nonsense&class=basic").body())
        .as("what is known narrows it all the same")
        .doesNotContain("看得见的成果");
  }

  @Test
  void aPlaceOnTheMapNarrowsTheListFurther() {
    world.registered("在地图上的成果");
    assertThat(officer.get("/catalogue/places?class=applied").body())
        .contains("\"/catalogue?class=applied&organisation=");
  }

  @Test
  void aFileIsNotWrittenOfWhatNobodyAskedFor() {
    for (String path :
        List.of(
            "/achievements/export?format=csv&state=nonsense",
            "/catalogue/export?format=csv&class=nonsense",
            "/pools/export?format=csv&pool=nonsense",
            "/pools/export?format=csv&clock=nonsense",
            "/pools/export?format=csv&outcome=nonsense",
            "/directory/export?format=csv&kind=nonsense",
            "/organisations/export?format=csv&kind=nonsense",
            "/merges/export?format=csv&state=nonsense")) {
      var answer = officer.get(path);
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.body()).as(path).contains("nonsense");
    }
    assertThat(officer.get("/pools/export?format=csv&pool=pilot&left=true").statusCode())
        .isEqualTo(200);
  }

  @Test
  void aProgramIsToldWhatThereIs() {
    for (String path :
        List.of(
            "achievements?filter=state:nonsense",
            "achievements?filter=class:applied%7Cnonsense",
            "catalogue?filter=class:nonsense",
            "catalogue/facets?filter=level:nonsense",
            "pools/key?filter=outcome:nonsense",
            "directory?filter=kind:university",
            "organisations?filter=kind:nonsense",
            "people?filter=status:nonsense",
            "works?filter=kind:nonsense",
            "imports?filter=state:nonsense",
            "imports?filter=kind:nonsense")) {
      for (String language : List.of("en", "zh")) {
        var answer =
            officer.send(
                HttpRequest.newBuilder(world.node.at("/api/v1/" + path))
                    .header("Accept-Language", language)
                    .header("Accept", "application/json"));
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
            .startsWith("application/problem+json");
        assertThat(answer.body())
            .as(path)
            .containsPattern(path.contains("university") ? "university" : "nonsense");
      }
    }
    assertThat(
            officer
                .send(
                    HttpRequest.newBuilder(
                        world.node.at("/api/v1/achievements?filter=state:draft%7Csent_back")))
                .statusCode())
        .isEqualTo(200);
  }
}
