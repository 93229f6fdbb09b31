package org.ronghe.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ronghe.platform.text.Language;

class OperatorProblemTest {
  @ParameterizedTest
  @EnumSource(OperatorCode.class)
  void everyProblemHasASentenceInBothLanguages(OperatorCode code) {
    // The first value of one of them is a number, which chooses between singular and plural.
    var problem = new OperatorProblem(code, 3, "B", "C");
    assertThat(problem.getMessage()).doesNotStartWith("[").doesNotContain("{", "null");
    assertThat(problem.sentence(Language.CHINESE))
        .containsPattern("[\\u4e00-\\u9fff]{3}")
        .doesNotContain("{", "[operations");
  }
}
