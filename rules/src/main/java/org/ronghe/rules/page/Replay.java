package org.ronghe.rules.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Gaps;
import org.ronghe.rules.fact.FactsReader;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.source.JsonText;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.Problems;
import org.ronghe.rules.source.Tree;

/// An old evaluation done again from what it holds.
public final class Replay {
  private Replay() {}

  /// What came of it.
  public enum Outcome {
    /// The same bytes.
    SAME,
    /// Other bytes: the engine or the dictionary answers differently.
    DIFFERENT,
    /// The rulebook at hand is not the version it was judged by.
    OTHER_VERSION,
    /// The text is no evaluation.
    NOT_AN_EVALUATION
  }

  /// Evaluates again, and compares byte for byte.
  ///
  /// @param text an evaluation as [EvaluationJson] wrote it
  public static Outcome of(String text, Library library) {
    var problems = new Problems();
    var tree = JsonText.read("evaluation", text, problems);
    if (!(tree.orElse(null) instanceof Tree.Mapping json)) {
      return Outcome.NOT_AN_EVALUATION;
    }
    var program = text(json, "rulebook").flatMap(library::find);
    var kind = text(json, "case").flatMap(CaseKind::find);
    var day = text(json, "asOf").flatMap(Replay::day);
    var dossier = json.find("dossier");
    if (program.isEmpty() || kind.isEmpty() || day.isEmpty() || dossier.isEmpty()) {
      return Outcome.NOT_AN_EVALUATION;
    }
    if (!text(json, "version").equals(Optional.of(program.get().rulebook().origin().digest()))) {
      return Outcome.OTHER_VERSION;
    }
    var title = text(json, "title").flatMap(program.get()::findTitle);
    var facts = FactsReader.of(dossier.get(), library.types(), problems);
    if (title.isEmpty() || !problems.isEmpty()) {
      return Outcome.NOT_AN_EVALUATION;
    }
    boolean regardless = json.find("regardless").isPresent();
    var request = new Engine.Request(day.get(), kind.get(), regardless);
    var types = library.types();
    var evaluation = new Engine(types).evaluate(program.get(), title.get(), facts, request);
    var gaps = Gaps.find(program.get(), title.get(), facts, request, types);
    var rulebook = program.get().rulebook();
    var again =
        new EvaluationJson(
                new Wording(rulebook, types, Language.CHINESE),
                new Wording(rulebook, types, Language.ENGLISH))
            .of(evaluation, gaps, facts);
    return again.equals(text) ? Outcome.SAME : Outcome.DIFFERENT;
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> text(Tree.Mapping json, String key) {
    return json.find(key)
        .flatMap(tree ->
            tree instanceof Tree.Scalar scalar ? Optional.of(scalar.text()) : Optional.empty());
  }
}
