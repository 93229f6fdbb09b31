package org.ronghe.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.ronghe.rules.check.Trial;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.source.Problems;
import org.ronghe.testkit.Project;

class RulebooksTest {
  private final Problems problems = new Problems();
  private final Library library =
      Library.of(Rulebooks.read(problems), new TestDictionary(), problems);

  @Test
  void allAreReadAndLinkedWithoutProblems() {
    assertThat(problems.sorted()).isEmpty();
    assertThat(library.programs()).hasSameSizeAs(Rulebooks.ids());
  }

  @Test
  void everyExampleComesOutAsItsRulebookSays() {
    var trial = new Trial(library);
    for (var program : library.programs()) {
      assertThat(trial.run(program, problems)).as(program.id()).isNotEmpty();
    }
    assertThat(problems.sorted()).isEmpty();
  }

  @Test
  void theIndexNamesEveryFile() {
    Path folder = Project.root().resolve("rules/src/main/resources/org/ronghe/rules/rulebooks");
    assertThat(Project.files(".yaml"))
        .filteredOn(file -> file.startsWith(folder))
        .extracting(file -> file.getFileName().toString().replace(".yaml", ""))
        .containsExactlyInAnyOrderElementsOf(Rulebooks.ids());
  }
}
