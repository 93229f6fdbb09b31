package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.NewAchievement;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;

/// The list of those who register and decide: what it finds, for whom.
class OfficersListTest {
  private final RegistryNode world = new RegistryNode();

  @AfterEach
  void stop() {
    world.close();
  }

  private void enter(long organisation, String... titles) {
    var drafts = new ArrayList<NewAchievement>();
    for (String title : titles) {
      drafts.add(
          new NewAchievement(organisation, new FilledForm(Map.of("title_zh", title)), null, null));
    }
    as(world.officer, () -> world.achievements.createAll(drafts));
  }

  private Listing<Achievement> found(Actor actor, String words) {
    return as(actor, () -> world.achievements.list(new ListQuery(words, "", "title", null, 50)));
  }

  private List<String> titles(Actor actor, String words) {
    return found(actor, words).results().stream().map(Achievement::title).toList();
  }

  @Test
  void titlesAreFoundByAnyPartOfThemWhateverSignsAreInIt() {
    enter(
        world.university, "激光电池的方法", "电池激光的方法", "Laser 100% sure", "Laser 100x sure", "a_b", "axb");
    assertThat(titles(world.officer, "激光电")).containsExactly("激光电池的方法");
    assertThat(titles(world.officer, "池")).containsExactly("激光电池的方法", "电池激光的方法");
    assertThat(titles(world.officer, "lAsEr 100%")).containsExactly("Laser 100% sure");
    assertThat(titles(world.officer, "a_b")).containsExactly("a_b");
    assertThat(titles(world.officer, " 激光 ")).hasSize(2);
    assertThat(titles(world.officer, "氢能")).isEmpty();
    assertThat(found(world.officer, "激光").meta().count()).isEqualTo(2);
  }

  @Test
  void whatOthersEnteredIsNotFoundByItsTitle() {
    enter(world.university, "激光一");
    enter(world.institute, "激光二");
    assertThat(titles(world.registrar, "激光")).containsExactly("激光一");
    assertThat(titles(world.otherRegistrar, "激光")).containsExactly("激光二");
    assertThat(titles(world.officer, "激光")).containsExactly("激光一", "激光二");
    assertThat(titles(world.auditor, "")).containsExactly("激光一", "激光二");
  }

  @Test
  void ofWordsThatVeryManyTitlesHoldAllArePagedThough() {
    var many = new String[TitleWords.FEW + 5];
    for (int i = 0; i < many.length; i++) {
      many[i] = "激光" + (10_000 + i);
    }
    enter(world.university, many);
    enter(world.institute, "合金");
    String cursor = null;
    var seen = new ArrayList<String>();
    do {
      String place = cursor;
      Listing<Achievement> part =
          as(
              world.officer,
              () ->
                  world.achievements.list(new ListQuery("激光", "", "title", place, ListQuery.MOST)));
      part.results().forEach(one -> seen.add(one.title()));
      cursor = part.meta().nextCursor();
    } while (cursor != null);
    assertThat(seen).containsExactly(many);
  }
}
