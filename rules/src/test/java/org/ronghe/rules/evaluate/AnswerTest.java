package org.ronghe.rules.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.rules.evaluate.Answer.DATA_MISSING;
import static org.ronghe.rules.evaluate.Answer.MET;
import static org.ronghe.rules.evaluate.Answer.NEEDS_HUMAN;
import static org.ronghe.rules.evaluate.Answer.NOT_MET;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronghe.testkit.Project;

class AnswerTest {
  private static final List<Answer> ALL = List.of(MET, NOT_MET, DATA_MISSING, NEEDS_HUMAN);

  @Test
  void theTableInTheDocumentsIsTheOneTheEngineUses() {
    var page = Project.read(Project.root().resolve("docs/concepts/rules.md"));
    var rows = new ArrayList<List<Answer>>();
    for (var line : page.lines().filter(l -> l.startsWith("| ") && l.contains("with ")).toList()) {
      var cells = line.split("\\|");
      rows.add(
          List.of(cells).subList(2, 6).stream()
              .map(String::strip)
              .map(words -> ALL.stream().filter(a -> a.words().en().equals(words)).findFirst())
              .map(java.util.Optional::orElseThrow)
              .toList());
    }
    assertThat(rows).hasSize(8);
    for (int row = 0; row < 4; row++) {
      for (int column = 0; column < 4; column++) {
        var both = List.of(ALL.get(row), ALL.get(column));
        assertThat(Answer.atLeast(2, both)).isEqualTo(rows.get(row).get(column));
        assertThat(Answer.atLeast(1, both)).isEqualTo(rows.get(4 + row).get(column));
      }
    }
  }

  @Test
  void notTurnsWhatIsKnownAndLeavesWhatIsOpen() {
    assertThat(ALL.stream().map(Answer::opposite))
        .containsExactly(NOT_MET, MET, DATA_MISSING, NEEDS_HUMAN);
  }

  @Test
  void atLeastSomeIsOpenOnlyWhileItCanStillChange() {
    assertThat(Answer.atLeast(2, List.of(MET, MET, DATA_MISSING))).isEqualTo(MET);
    assertThat(Answer.atLeast(2, List.of(MET, NOT_MET, NEEDS_HUMAN))).isEqualTo(NEEDS_HUMAN);
    assertThat(Answer.atLeast(2, List.of(NOT_MET, NOT_MET, NEEDS_HUMAN))).isEqualTo(NOT_MET);
    assertThat(Answer.atLeast(2, List.of(MET, DATA_MISSING, NEEDS_HUMAN))).isEqualTo(DATA_MISSING);
  }
}
