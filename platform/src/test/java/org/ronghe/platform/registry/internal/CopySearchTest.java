package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.registry.RegistryNode.as;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.matching.Matching;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Copy;
import org.ronghe.platform.registry.Duplicates;
import org.ronghe.platform.registry.Likeness;
import org.ronghe.platform.registry.RegistryNode;
import org.ronghe.platform.registry.SampleForm;
import org.ronghe.platform.web.PageRules;

/// Copied passages and translated copies of achievements, with the language models that come along.
@TestInstance(Lifecycle.PER_CLASS)
class CopySearchTest {
  private static final String PASSAGE = "隔膜表面涂覆陶瓷颗粒，可耐受180度高温，与普通隔膜相比电池的循环寿命提高了三成";
  private static final String SUMMARY = "本项目研制了一种高安全性的锂离子电池隔膜。" + PASSAGE + "。产品已在电动汽车上试用。";
  private static final String COPIER =
      "储能电站的热失控预警历来依靠温度传感器，响应迟缓。"
          + PASSAGE
          + "。我们在三座电站布设了气体与应变测点，建立了分级报警的规则，两年间没有漏报，误报每站每年不足一次，运维费用下降四成。";
  private static final String ENGLISH =
      "This project developed a highly safe separator for lithium-ion batteries. The surface of the"
          + " separator is coated with ceramic particles and withstands a high temperature of 180"
          + " degrees; compared with ordinary separators, the cycle life of the battery is thirty"
          + " percent longer. The product has been tried out in electric cars.";

  private final RegistryNode world = new RegistryNode();
  private final CopySearch copies = world.node.part(CopySearch.class);
  private long original;

  @BeforeAll
  void registerWhatIsCopied() throws InterruptedException {
    original = registered("高安全锂电池陶瓷隔膜", SUMMARY);
    registered("旱地小麦的播期", "小麦品种在旱地的产量差异很大。试验在三个县连续进行了四年。结果表明晚播会使产量下降。建议农户选用抗旱品种。");
    registered("三维装配软件", "软件用于大型装备的三维装配。它读取多种格式的模型。装配干涉在一秒内算出。已有二十家工厂使用。");
    hear();
    for (int i = 0; i < 600 && world.node.part(Matching.class).health().waiting() > 0; i++) {
      Thread.sleep(100);
    }
  }

  @AfterAll
  void stop() {
    world.close();
  }

  private long registered(String title, String summary) {
    Achievement draft =
        as(
            world.registrar,
            () ->
                world.achievements.create(
                    world.university, SampleForm.right(title).with("summary", summary)));
    Achievement handed =
        as(world.registrar, () -> world.achievements.submit(draft.id(), draft.edit()));
    return as(world.officer, () -> world.achievements.register(handed.id(), handed.edit())).id();
  }

  /// Makes the keys of what was entered, as the feed does beside other work.
  private void hear() {
    Passages passages = world.node.part(Passages.class);
    while (as(Actor.system("test"), () -> passages.renewSome(100))) {
      // until nothing waits
    }
  }

  private Achievement entered(Actor actor, long keeper, String title, String summary) {
    return as(
        actor,
        () ->
            world.achievements.create(
                keeper,
                SampleForm.right(title)
                    .with("summary", summary)
                    .with("contributor.0.name", "赵六")
                    .with("contributor.1.name", "钱七")));
  }

  @Test
  void aCopiedPassageIsFoundAndShown() {
    Achievement copier = entered(world.otherRegistrar, world.institute, "储能电站预警", COPIER);
    assertThat(as(world.otherRegistrar, () -> world.node.part(Duplicates.class).of(copier)))
        .filteredOn(one -> one.achievement() == original)
        .singleElement()
        .satisfies(one -> assertThat(one.copiedPercent()).isBetween(40, 70));
    List<Copy> found = as(world.otherRegistrar, () -> copies.of(copier)).copies();
    Copy first = found.getFirst();
    assertThat(first.achievement()).isEqualTo(original);
    assertThat(first.kind()).isEqualTo("word-for-word");
    assertThat(first.passages()).hasSize(1);
    assertThat(first.passages().getFirst().one()).contains(PASSAGE);
    assertThat(first.passages().getFirst().other()).contains(PASSAGE);
    TestBrowser browser = world.node.browser().signIn("other-registrar");
    String page = "/achievements/" + copier.id();
    assertThat(browser.get(page).body()).contains("data-hx-get=\"" + page + "/copies\"");
    for (String language : List.of("zh", "en")) {
      browser.get("/choose/language/" + language);
      PageRules.check(browser.get(page), language.equals("zh") ? "zh-CN" : "en");
      assertThat(browser.get(page + "/copies").body()).contains(PASSAGE);
    }
    assertThat(browser.get("/api/v1" + page + "/copies").body()).contains("word-for-word");
  }

  @Test
  void aPhraseOfTheTradeIsNoCopy() {
    String phrase = "项工作提出面向矿山的寿命预测模型，在6个场景中试用，效率提高";
    assertThat(CopySearch.percent("针对光纤传感，第0" + phrase + "43%。", "针对芯片封装，第22" + phrase + "12%，可靠。"))
        .isZero();
    assertThat(CopySearch.percent(SUMMARY, COPIER)).isBetween(40, 70);
    assertThat(CopySearch.percent(phrase, "前言。" + phrase)).isEqualTo(100);
  }

  @Test
  void aTranslatedCopyIsFoundAndShown() {
    Achievement copier =
        entered(world.otherRegistrar, world.institute, "Ceramic separators", ENGLISH);
    CopySearch.Found found = as(world.otherRegistrar, () -> copies.of(copier));
    assertThat(found.complete()).isTrue();
    assertThat(found.copies())
        .singleElement()
        .satisfies(copy -> {
          assertThat(copy.achievement()).isEqualTo(original);
          assertThat(copy.kind()).isEqualTo("translated");
          assertThat(copy.passages().getFirst().one()).startsWith("This project");
          assertThat(copy.passages().getFirst().other()).startsWith("本项目");
        });
  }

  @Test
  void whatTheReaderMayNotSeeIsNotTold() {
    Achievement secret = entered(world.otherRegistrar, world.institute, "未公开的草稿", COPIER);
    hear();
    Achievement known = as(world.registrar, () -> world.achievements.find(original).orElseThrow());
    assertThat(as(world.registrar, () -> copies.of(known)).copies())
        .extracting(Copy::achievement)
        .doesNotContain(secret.id());
    assertThat(as(world.officer, () -> copies.of(known)).copies())
        .extracting(Copy::achievement)
        .contains(secret.id());
    assertThat(as(world.officer, () -> world.node.part(Duplicates.class).of(known)))
        .extracting(Likeness::achievement)
        .contains(secret.id());
  }

  @Test
  void keysFollowTheSummary() {
    Achievement one = entered(world.registrar, world.university, "改写中的草稿", COPIER);
    hear();
    Achievement known = as(world.registrar, () -> world.achievements.find(original).orElseThrow());
    assertThat(as(world.registrar, () -> copies.of(known)).copies())
        .extracting(Copy::achievement)
        .contains(one.id());
    as(
        world.registrar,
        () ->
            world.achievements.save(one.id(), one.form().with("summary", "完全不同的一段话。"), one.edit()));
    hear();
    assertThat(as(world.registrar, () -> copies.of(known)).copies())
        .extracting(Copy::achievement)
        .doesNotContain(one.id());
  }
}
