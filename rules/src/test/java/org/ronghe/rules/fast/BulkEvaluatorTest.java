package org.ronghe.rules.fast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronghe.rules.RandomFirms;
import org.ronghe.rules.Samples;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.ExactNodes;
import org.ronghe.rules.evaluate.Resolver;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.fact.FactsReader;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.source.Problems;

class BulkEvaluatorTest {
  /// `-Dronghe.firms=1500` for a longer look.
  private static final int FIRMS = Integer.getInteger("ronghe.firms", 250);

  private final Library library = Samples.library();

  private Set<String> attributes() {
    var attributes = new LinkedHashSet<String>();
    for (var program : library.programs()) {
      for (var input : program.rulebook().inputs().values()) {
        if (input.origin() instanceof Input.Fact fact && fact.via().isEmpty()) {
          attributes.add(fact.attribute());
          fact.since().ifPresent(attributes::add);
        }
      }
    }
    return attributes;
  }

  private static FactColumns columns(List<Facts> firms) {
    var builder = new FactColumns.Builder();
    firms.forEach(builder::add);
    return builder.build();
  }

  @Test
  void itAnswersAsTheExplainingEngineDoes() throws InterruptedException {
    for (long seed = 1; seed <= 2; seed++) {
      var random = new RandomFirms(new Random(seed), Samples.TYPES, attributes());
      var firms = new ArrayList<Facts>();
      for (int i = 0; i < FIRMS; i++) {
        firms.add(random.next());
      }
      for (var kind : CaseKind.values()) {
        var request = new Engine.Request(LocalDate.of(2026, 5, 1), kind, kind != CaseKind.FIRST);
        equal(firms, request, "seed " + seed + " " + kind);
      }
    }
  }

  private void equal(List<Facts> firms, Engine.Request request, String what)
      throws InterruptedException {
    var columns = columns(firms);
    for (boolean written : new boolean[] {false, true}) {
      var bulk =
          new BulkEvaluator(library, library.programs(), columns, request, Map.of(), written);
      equal(firms, request, bulk.run(2), what + (written ? ", written" : ""));
    }
  }

  private void equal(List<Facts> firms, Engine.Request request, BulkAnswers answers, String what) {
    var engine = new Engine(Samples.TYPES);
    Map<Answer, Integer> seen = new EnumMap<>(Answer.class);
    int title = 0;
    for (Program program : library.programs()) {
      for (var one : program.titles()) {
        for (int firm = 0; firm < firms.size(); firm++) {
          var expected =
              engine.evaluate(program, one, Dossier.of(firms.get(firm)), request).answer();
          seen.merge(expected, 1, Integer::sum);
          assertThat(answers.answer(title, firm))
              .as("%s, %s, firm %d", what, one.title().id(), firm)
              .isEqualTo(expected);
        }
        title++;
      }
    }
    assertThat(seen).as("all four answers occur").containsKeys(Answer.NOT_MET, Answer.DATA_MISSING);
  }

  @Test
  void everySingleClauseAnswersAsItDoesInTheExplainingEngine() {
    var random = new RandomFirms(new Random(5), Samples.TYPES, attributes());
    var firms = new ArrayList<Facts>();
    for (int i = 0; i < FIRMS; i++) {
      firms.add(random.next());
    }
    var columns = columns(firms);
    var frames = new Frames(library.slots(), columns.codes(), FIRMS, library.slots());
    new FrameFiller(columns, Samples.DAY, Samples.TYPES, Map.of())
        .fill(frames, library.slots(), 0, FIRMS);
    Map<Answer, Integer> seen = new EnumMap<>(Answer.class);
    int plainly = 0;
    int known = 0;
    for (var program : library.programs()) {
      for (var clause : clauses(program)) {
        var compiler = new Compiler(Samples.TYPES, columns.codes());
        var fast = compiler.condition(clause);
        var plain = TitleCode.plain(fast);
        var register = new Register(compiler.shared());
        for (int firm = 0; firm < FIRMS; firm++) {
          var resolver = new Resolver(Dossier.of(firms.get(firm)), Samples.DAY, Samples.TYPES);
          var expected = ExactNodes.answer(clause, resolver::resolve);
          register.round++;
          assertThat(FastCondition.answer(fast.eval(frames, firm, register)))
              .as("%s, firm %d: %s", program.id(), firm, clause)
              .isEqualTo(expected);
          seen.merge(expected, 1, Integer::sum);
          int decided = plain.answer(frames.values, frames.states, firm);
          if (decided != PlainTitle.UNDECIDED) {
            assertThat(FastCondition.answer(decided))
                .as("%s, firm %d, plainly: %s", program.id(), firm, clause)
                .isEqualTo(expected);
            plainly++;
          }
          known += expected.isOpen() ? 0 : 1;
        }
      }
    }
    assertThat(seen).containsOnlyKeys(Answer.values());
    assertThat(plainly).as("of %d that are known", known).isGreaterThan(known * 3 / 4);
  }

  private static List<Condition> clauses(Program program) {
    var clauses = new ArrayList<Condition>();
    for (var title : program.titles()) {
      title.vetoes().forEach(veto -> collect(veto, clauses));
      collect(title.requires(), clauses);
    }
    clauses.addAll(program.remarks());
    return clauses;
  }

  private static void collect(Program.Linked linked, List<Condition> clauses) {
    if (linked instanceof Program.LinkedGroup group) {
      group.members().forEach(member -> collect(member, clauses));
    } else if (linked instanceof Program.LinkedClause clause
        && clause.decision() instanceof Program.ByCondition by) {
      clauses.add(by.condition());
    }
  }

  @Test
  void theExamplesOfTheRulebooksComeOutTheSame() throws InterruptedException {
    for (var program : library.programs()) {
      var firms = new ArrayList<Facts>();
      for (var example : program.rulebook().examples()) {
        var problems = new Problems();
        var dossier = FactsReader.of(example.facts(), Samples.TYPES, problems);
        if (dossier.others().isEmpty() && dossier.parameters().isEmpty()) {
          firms.add(dossier.own());
        }
      }
      for (var day : List.of(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 6, 1))) {
        equal(firms, new Engine.Request(day, CaseKind.FIRST, true), program.id());
      }
    }
  }

  /// The operator's numbers hold for all firms of a run.
  @Test
  void numbersOfTheOperatorCountAsInTheExplainingEngine() throws InterruptedException {
    var program = library.find("cn-innovation-points").orElseThrow();
    var title = program.titles().getFirst();
    var engine = new Engine(Samples.TYPES);
    int seen = 0;
    for (var example : program.rulebook().examples()) {
      var dossier = FactsReader.of(example.facts(), Samples.TYPES, new Problems());
      if (!dossier.parameters().isEmpty()) {
        var request = new Engine.Request(LocalDate.of(2026, 6, 1), CaseKind.FIRST, true);
        var bulk =
            new BulkEvaluator(
                library,
                List.of(program),
                columns(List.of(dossier.own())),
                request,
                dossier.parameters());
        assertThat(bulk.run(1).answer(0, 0))
            .as(example.toString())
            .isEqualTo(engine.evaluate(program, title, dossier, request).answer());
        seen++;
      }
    }
    assertThat(seen).isGreaterThan(2);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameAnswers() throws InterruptedException {
    var random = new RandomFirms(new Random(7), Samples.TYPES, attributes());
    var firms = new ArrayList<Facts>();
    for (int i = 0; i < 2500; i++) {
      firms.add(random.next());
    }
    var bulk = new BulkEvaluator(library, library.programs(), columns(firms), Samples.FIRST);
    var one = bulk.run(1);
    var three = bulk.run(3);
    for (int title = 0; title < one.titles().size(); title++) {
      for (int firm = 0; firm < firms.size(); firm++) {
        assertThat(three.answer(title, firm)).isEqualTo(one.answer(title, firm));
      }
    }
  }

  @Test
  void factsComeOutOfTheColumnsAsTheyWentIn() {
    var random = new RandomFirms(new Random(11), Samples.TYPES, attributes());
    var firms = new ArrayList<Facts>();
    for (int i = 0; i < 50; i++) {
      firms.add(random.next());
    }
    var columns = columns(firms);
    for (int firm = 0; firm < firms.size(); firm++) {
      assertThat(columns.facts(firm).all())
          .containsExactlyInAnyOrderEntriesOf(firms.get(firm).all());
    }
  }
}
