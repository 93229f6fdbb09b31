package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.NewAchievement;
import org.ronghe.platform.registry.RegistrationNumber;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.registry.SampleForm;
import org.ronghe.platform.registry.WorkClass;
import org.ronghe.platform.web.ListQuery;
import org.springframework.jdbc.core.simple.JdbcClient;

@TestInstance(Lifecycle.PER_CLASS)
class CatalogueTest {
  private final RegistryNode world = new RegistryNode();
  private final Catalogue catalogue = world.node.part(Catalogue.class);
  private final JdbcClient owner = JdbcClient.create(world.database.owner());
  private int serial;

  @AfterAll
  void stop() {
    world.close();
  }

  private List<Long> opened(String... titles) {
    var many = new ArrayList<NewAchievement>();
    for (String title : titles) {
      serial++;
      many.add(
          new NewAchievement(
              world.university,
              SampleForm.right(title),
              new NewAchievement.Registration(
                  RegistrationNumber.of("777", 2001 + serial % 20, WorkClass.APPLIED, serial),
                  LocalDate.of(2001 + serial % 20, 6, 1)),
              null));
    }
    return as(world.officer, () -> world.achievements.createAll(many));
  }

  private long changes() {
    return owner
        .sql("SELECT coalesce(sum(changes), 0) FROM catalogue_change")
        .query(Long.class)
        .single();
  }

  private static ListQuery query(String words, String filter) {
    return new ListQuery(words, filter, "", null, 50);
  }

  @Test
  void everyChangeOfTheCatalogueIsCountedAndNothingElseIs() {
    Achievement one = world.registered("会变的光源");
    long before = changes();
    world.draft("不公开的草稿");
    assertThat(changes()).isEqualTo(before);
    as(world.registrar, () -> world.achievements.open(one.id(), false));
    assertThat(changes()).isGreaterThan(before);
    long closed = changes();
    as(world.registrar, () -> world.achievements.open(one.id(), true));
    assertThat(changes()).isGreaterThan(closed);
  }

  @Test
  void aListAndItsCountsSayTheSameOfEverySelection() {
    opened("甲材料", "乙材料", "丙材料");
    for (String filter :
        List.of("", "year:2002", "year:2002..2003", "class:applied", "keyword:光学", "trl:9")) {
      var counted = catalogue.counted(query("", filter));
      assertThat(catalogue.list(query("", filter)).meta().count()).isEqualTo(counted.total());
      long byClass =
          counted.facets().getOrDefault("class", java.util.Map.of()).values().stream()
              .mapToLong(Long::longValue)
              .sum();
      assertThat(byClass).as(filter).isEqualTo(counted.total());
    }
    assertThat(catalogue.list(query("", "year:1999")).results()).isEmpty();
  }

  @Test
  void whatIsFoundByWordsComesTheBestFirstAndCanBePagedThrough() throws InterruptedException {
    List<Long> ids = opened("量子雷达天线阵列", "天线罩", "量子雷达");
    ListQuery first = new ListQuery("量子雷达", "", "", null, 1);
    for (int i = 0; i < 600 && catalogue.list(first).results().isEmpty(); i++) {
      Thread.sleep(100);
    }
    var part = catalogue.list(first);
    assertThat(part.results().getFirst().achievement())
        .as("the title that is the words")
        .isEqualTo(ids.get(2));
    var next = catalogue.list(new ListQuery("量子雷达", "", "", part.meta().nextCursor(), 1));
    assertThat(next.results().getFirst().achievement()).isEqualTo(ids.getFirst());
  }

  @Test
  void anOrganisationStandsThereByItsNameOfToday() {
    Organisations organisations = world.node.part(Organisations.class);
    long firm = world.organisation("旧名公司");
    Actor registrar =
        world.person(
            "firm-registrar",
            java.util.Map.of(firm, java.util.Set.of(org.ronghe.platform.access.Role.REGISTRAR)));
    assertThat(
            as(registrar, () -> world.achievements.create(firm, FilledForm.EMPTY)).organisation())
        .isEqualTo(firm);
    List<Long> ids =
        as(
            world.officer,
            () ->
                world.achievements.createAll(
                    List.of(
                        new NewAchievement(
                            firm,
                            SampleForm.right("改名之前"),
                            new NewAchievement.Registration(
                                RegistrationNumber.of("778", 2020, WorkClass.APPLIED, 1),
                                LocalDate.of(2020, 6, 1)),
                            null))));
    Organisation old = as(world.officer, () -> organisations.find(firm)).orElseThrow();
    as(
        world.officer,
        () ->
            organisations.rename(
                firm,
                new Names("", "New Name Ltd"),
                LocalDate.of(2024, 1, 1),
                "改制",
                old.version()));
    var entry = catalogue.find(ids.getFirst()).orElseThrow();
    assertThat(entry.keeper().names()).isEqualTo(new Names("", "New Name Ltd"));
    assertThat(catalogue.list(query("", "organisation:\"New Name Ltd\"")).results()).hasSize(1);
  }
}
