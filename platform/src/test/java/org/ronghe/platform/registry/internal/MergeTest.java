package org.ronghe.platform.registry.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.SampleForm;
import org.ronghe.platform.registry.internal.Merge.Pick;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

class MergeTest {
  private static final FilledForm BASE = SampleForm.right("光源");

  private static FilledForm named(FilledForm form, int row, String name) {
    return form.with("contributor." + row + ".name", name);
  }

  @Test
  void whatOnlyOneOfThemChangedIsTakenAsItIs() {
    var merge =
        new Merge(BASE, BASE.with("summary", "你的"), BASE.with("keywords", "他的").with("stage", ""));
    FilledForm form = merge.picked(Map.of()).orElseThrow();
    assertThat(form.value("summary")).isEqualTo("你的");
    assertThat(form.value("keywords")).isEqualTo("他的");
    assertThat(form.value("stage")).as("taken out by them").isEmpty();
    assertThat(form.with("summary", BASE.value("summary")).with("keywords", BASE.value("keywords")))
        .as("all else as it was")
        .isEqualTo(BASE.with("stage", ""));
  }

  @Test
  void eachTellsWhatItChangedOfWhatBothBeganWith() {
    FilledForm base = BASE.with("summary", "光源稳定，成本低。");
    var merge = new Merge(base, base.with("summary", "光源稳定，成本较低。"), named(base, 1, "赵强"));
    List<Merge.Unit> units = merge.units(Texts.in(Language.CHINESE));
    Merge.Unit summary =
        units.stream().filter(unit -> unit.name().equals("summary")).findFirst().orElseThrow();
    assertThat(summary.marked(Pick.YOURS))
        .contains(new TextChange.Run(TextChange.Fate.ADDED, "较"))
        .noneMatch(run -> run.fate() == TextChange.Fate.GONE);
    assertThat(summary.marked(Pick.THEIRS))
        .containsExactly(new TextChange.Run(TextChange.Fate.KEPT, "光源稳定，成本低。"));
    Merge.Unit people =
        units.stream().filter(unit -> unit.name().equals("contributor")).findFirst().orElseThrow();
    assertThat(people.marked(Pick.THEIRS))
        .contains(
            new TextChange.Run(TextChange.Fate.GONE, "王敏"),
            new TextChange.Run(TextChange.Fate.ADDED, "赵强"));
    assertThat(new Merge(FilledForm.EMPTY, base, BASE).units(Texts.in(Language.CHINESE)))
        .as("where nobody knows what both began with, nothing was changed of it")
        .allSatisfy(unit ->
            assertThat(unit.marked(Pick.YOURS))
                .noneMatch(run -> run.fate() != TextChange.Fate.KEPT));
  }

  @Test
  void whatBothChangedIsNotChosenForThem() {
    var merge = new Merge(BASE, BASE.with("start", "2021-01"), BASE.with("start", "2021-02"));
    assertThat(merge.picked(Map.of())).isEmpty();
    assertThat(merge.picked(Map.of("start", Pick.YOURS)).orElseThrow().value("start"))
        .isEqualTo("2021-01");
    assertThat(merge.picked(Map.of("start", Pick.THEIRS)).orElseThrow().value("start"))
        .isEqualTo("2021-02");
    assertThat(merge.picked(Map.of("start", Pick.BOTH)).orElseThrow().value("start"))
        .as("there is one month")
        .isEqualTo("2021-01");
  }

  @Test
  void rowsOfBothAreKeptAndWhatEitherTookOutStaysOut() {
    FilledForm yours = named(named(BASE, 2, "赵强"), 3, "钱多");
    FilledForm theirs = named(named(BASE, 0, "王芳"), 2, "钱多");
    FilledForm form = new Merge(BASE, yours, theirs).picked(Map.of()).orElseThrow();
    assertThat(form.rows("contributor")).isEqualTo(4);
    assertThat(List.of(0, 1, 2, 3))
        .extracting(row -> form.value("contributor." + row + ".name"))
        .as("李华 became 王芳; a row that both brought in stands once")
        .containsExactly("王敏", "赵强", "钱多", "王芳");
  }

  @Test
  void proseOfBothStandsOneBehindTheOtherWhereSomebodyWantsIt() {
    var merge = new Merge(BASE, BASE.with("summary", "甲"), BASE.with("summary", "乙"));
    assertThat(merge.picked(Map.of("summary", Pick.BOTH)).orElseThrow().value("summary"))
        .isEqualTo("甲\n\n乙");
  }

  @Test
  void whatBothChangedComesFirst() {
    var merge =
        new Merge(
            BASE,
            BASE.with("title_zh", "你的").with("summary", "甲"),
            BASE.with("summary", "乙").with("keywords", "他的"));
    assertThat(merge.units(Texts.in(Language.ENGLISH)))
        .extracting(Merge.Unit::name)
        .containsExactly("summary", "title_zh", "keywords");
  }
}
