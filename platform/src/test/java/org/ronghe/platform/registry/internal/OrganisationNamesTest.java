package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.registry.RegistryNode;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What an organisation is called beside its name means it, too.
@TestInstance(Lifecycle.PER_CLASS)
class OrganisationNamesTest {
  private final RegistryNode world = new RegistryNode();
  private final Organisations organisations = world.node.part(Organisations.class);
  private final JdbcClient owner = JdbcClient.create(world.database.owner());
  private final TestBrowser officer = world.node.browser().signIn("officer");
  private long laser;

  @BeforeAll
  void rename() {
    laser = world.organisation("江城激光（集团）有限公司");
    renamed(laser, "江城光电股份有限公司", "Jiangcheng Photonics");
    renamed(world.organisation("东方仪器厂"), "东方仪器有限公司", "");
    renamed(world.organisation("东方仪器厂"), "新东方仪器有限公司", "");
  }

  @AfterAll
  void stop() {
    world.close();
  }

  private void renamed(long id, String zh, String en) {
    Organisation old = as(world.officer, () -> organisations.find(id).orElseThrow());
    as(
        world.officer,
        () ->
            organisations.rename(
                id, new Names(zh, en), LocalDate.of(2024, 5, 1), "更名通知", old.version()));
  }

  private Map<String, Long> named(String... words) {
    var found = new TreeMap<String, Long>();
    owner
        .sql("SELECT word, id FROM organisations_named(:words)")
        .param("words", words)
        .query(row -> {
          found.put(row.getString(1), row.getLong(2));
        });
    return found;
  }

  @Test
  void aNameInEnglishAFormerOneOrOneOfAnotherWidthMeansTheSame() {
    for (String word :
        List.of(
            "江城光电股份有限公司", "jiangcheng  PHOTONICS", "江城激光（集团）有限公司", "江城激光(集团)有限公司", "江城光电 股份有限公司")) {
      assertThat(named(word)).as(word).containsExactly(Map.entry(word, laser));
    }
    assertThat(named("东方仪器厂", "没有这家")).isEmpty();
  }

  @Test
  void whoTypesAFormerNameRegistersForTheOrganisation() {
    HttpResponse<String> answer =
        officer.post("/achievements/new", "organisation", "江城激光(集团)有限公司", "title", "一种激光器");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    assertThat(
            officer.post("/achievements/new", "organisation", "东方仪器厂", "title", "x").statusCode())
        .isEqualTo(400);
  }

  @Test
  void theSearchFindsItByItsFormerName() throws InterruptedException {
    String path = "/search?q=" + URLEncoder.encode("江城激光（集团）有限公司", StandardCharsets.UTF_8);
    String body = "";
    for (int i = 0; i < 100 && !body.contains("/organisations/" + laser); i++) {
      Thread.sleep(100);
      body = officer.get(path).body();
    }
    assertThat(body).contains("/organisations/" + laser);
  }
}
