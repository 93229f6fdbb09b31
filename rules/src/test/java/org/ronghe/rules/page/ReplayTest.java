package org.ronghe.rules.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ronghe.rules.Samples;
import org.ronghe.rules.evaluate.Gaps;
import org.ronghe.rules.fact.FactsReader;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.Problems;

class ReplayTest {
  private final Library library = Samples.library();

  private String json(Program program, org.ronghe.rules.fact.Dossier dossier) {
    var title = program.titles().getFirst();
    var evaluation = Samples.evaluate(program, dossier);
    var gaps = Gaps.find(program, title, dossier, Samples.FIRST, Samples.TYPES);
    return new EvaluationJson(
            new Wording(program.rulebook(), Samples.TYPES, Language.CHINESE),
            new Wording(program.rulebook(), Samples.TYPES, Language.ENGLISH))
        .of(evaluation, gaps, dossier);
  }

  @Test
  void everyExampleReplaysToTheSameBytes() {
    for (var program : library.programs()) {
      var examples = program.rulebook().examples();
      for (int i = 0; i < examples.size(); i += 7) {
        var problems = new Problems();
        var dossier = FactsReader.of(examples.get(i).facts(), Samples.TYPES, problems);
        assertThat(Replay.of(json(program, dossier), library))
            .as("%s: %s", program.id(), examples.get(i).name())
            .isEqualTo(Replay.Outcome.SAME);
      }
    }
  }

  @Test
  void aChangedFactAnswersOtherwise() {
    var program = Samples.program(library, "cn-tech-sme-2017-115");
    var text = json(program, Samples.dossier("{\"employees_total\": 100}"));
    assertThat(Replay.of(text.replace("\"value\": 100", "\"value\": 600"), library))
        .isEqualTo(Replay.Outcome.DIFFERENT);
  }

  @Test
  void anotherVersionOfTheRulebookIsNotUsed() {
    var program = Samples.program(library, "cn-tech-sme-2017-115");
    var version = program.rulebook().origin().digest();
    var text = json(program, Samples.dossier("{}")).replace(version, "0".repeat(64));
    assertThat(Replay.of(text, library)).isEqualTo(Replay.Outcome.OTHER_VERSION);
    assertThat(Replay.of("{}", library)).isEqualTo(Replay.Outcome.NOT_AN_EVALUATION);
  }
}
