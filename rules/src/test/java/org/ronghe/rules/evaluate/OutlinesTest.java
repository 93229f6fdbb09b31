package org.ronghe.rules.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronghe.rules.Samples;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Evaluation.ClauseOutcome;
import org.ronghe.rules.evaluate.Evaluation.GroupOutcome;
import org.ronghe.rules.evaluate.Evaluation.Measure;
import org.ronghe.rules.evaluate.Evaluation.Outcome;
import org.ronghe.rules.fact.FactsReader;
import org.ronghe.rules.source.Problems;

/// What lists of firms show is what the whole evaluation says.
class OutlinesTest {
  private record Said(String clause, Answer answer, boolean tested, List<Measure> measures) {}

  @Test
  void everyTitleOfAFirmIsOutlinedAsItIsEvaluated() {
    var library = Samples.library();
    var engine = new Engine(Samples.TYPES);
    int distances = 0;
    for (var from : library.programs()) {
      for (var example : from.rulebook().examples()) {
        var dossier = FactsReader.of(example.facts(), Samples.TYPES, new Problems());
        var outlines = engine.outlines(dossier, Samples.DAY);
        for (var program : library.programs()) {
          for (var title : program.titles()) {
            for (var kind : CaseKind.values()) {
              var whole =
                  engine.evaluate(
                      program, title, dossier, new Engine.Request(Samples.DAY, kind, false));
              var outline = outlines.of(program, title, kind);
              assertThat(outline.answer())
                  .as("%s, %s", example, title.title().id())
                  .isEqualTo(whole.answer());
              var said = said(whole.requires());
              assertThat(said(outline.requires())).isEqualTo(said);
              distances += said.stream().mapToInt(clause -> clause.measures().size()).sum();
            }
          }
        }
      }
    }
    assertThat(distances).isGreaterThan(10_000);
  }

  /// Comparisons count where a clause is not met.
  private static List<Said> said(GroupOutcome group) {
    var said = new ArrayList<Said>();
    for (Outcome member : group.members()) {
      switch (member) {
        case GroupOutcome inner -> said.addAll(said(inner));
        case ClauseOutcome clause ->
            said.add(
                new Said(
                    clause.head().id(),
                    clause.answer(),
                    clause.tested(),
                    clause.answer() == Answer.NOT_MET ? clause.measures() : List.of()));
      }
    }
    return said;
  }
}
