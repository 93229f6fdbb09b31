package org.ronghe.platform.rulebooks.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Engine.Request;
import org.ronghe.rules.evaluate.Evaluation;
import org.ronghe.rules.evaluate.Gap;
import org.ronghe.rules.evaluate.Gaps;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.page.EvaluationJson;
import org.ronghe.rules.page.Wording;
import org.ronghe.rules.source.Language;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// One title judged for one firm with all reasons, now or as it was: for any day, from what was
/// known at any instant, by the rulebooks of that instant. In the name of the current actor, for
/// whom what they may not read of other organisations is missing.
@Service
public class TitleJudge {
  private final Shelf shelf;
  private final Dossiers dossiers;

  TitleJudge(Shelf shelf, Dossiers dossiers) {
    this.shelf = shelf;
    this.dossiers = dossiers;
  }

  /// What is asked.
  ///
  /// @param recorded what was known then, by the rulebooks of then; null for now
  /// @param kind null for what the firm would come for by the titles it holds
  public record Question(
      TitleKey title, LocalDate asOf, @Nullable Instant recorded, @Nullable CaseKind kind) {}

  /// A title judged.
  public record Evaluated(
      FirmTitle title, Request request, Dossier dossier, Evaluation evaluation, FactTypes types) {
    static Evaluated of(FirmTitle title, Request request, Dossier dossier, FactTypes types) {
      return new Evaluated(
          title,
          request,
          dossier,
          new Engine(types).evaluate(title.program(), title.title(), dossier, request),
          types);
    }

    /// The same with other facts.
    Evaluated with(Dossier other) {
      return of(title, request, other, types);
    }

    /// The nearest ways to a better answer.
    List<Gap> gaps() {
      return Gaps.find(title.program(), title.title(), dossier, request, types);
    }

    Wording wording(Language language) {
      return new Wording(title.program().rulebook(), types, language);
    }

    EvaluationJson writer() {
      return new EvaluationJson(wording(Language.CHINESE), wording(Language.ENGLISH));
    }

    /// Everything the answer rests on: the same bytes whenever it is asked again.
    String json() {
      return writer().of(evaluation, gaps(), dossier);
    }
  }

  /// Judges.
  ///
  /// @throws NodeProblem NOT_FOUND without such a rulebook or title
  @Transactional(readOnly = true)
  public Evaluated of(long organisation, Question question) {
    Instant recorded = question.recorded();
    Library library = recorded == null ? shelf.current() : shelf.at(recorded);
    FirmTitle title = title(library, question.title());
    Dossier dossier = dossiers.of(organisation, recorded).dossier();
    return judged(title, dossier, question);
  }

  /// Judges by facts that somebody sends.
  Evaluated of(Dossier dossier, Question question) {
    return judged(title(shelf.current(), question.title()), dossier, question);
  }

  private Evaluated judged(FirmTitle title, Dossier dossier, Question question) {
    CaseKind kind = question.kind();
    if (kind == null) {
      var certificates = HeldTitles.of(dossier.own(), shelf.types());
      kind =
          HeldTitles.findCase(title.key(), title.title(), certificates, question.asOf())
              .orElse(title.title().validity().cases().keySet().iterator().next());
    }
    return Evaluated.of(title, new Request(question.asOf(), kind, false), dossier, shelf.types());
  }

  private static FirmTitle title(Library library, TitleKey key) {
    return library
        .find(key.rulebook())
        .flatMap(program ->
            program.findTitle(key.title()).map(title -> new FirmTitle(key, program, title)))
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  /// The rulebook's only title, or the one named.
  ///
  /// @throws NodeProblem NOT_FOUND without it
  TitleKey key(String rulebook, String title) {
    if (!title.isEmpty()) {
      return new TitleKey(rulebook, title);
    }
    return shelf
        .current()
        .find(rulebook)
        .map(program -> new TitleKey(rulebook, program.titles().getFirst().title().id()))
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  /// A kind of case by its code; nothing where none is said.
  ///
  /// @throws NodeProblem INPUT_INVALID if there is no such kind
  static Optional<CaseKind> kind(String code) {
    if (code.isEmpty()) {
      return Optional.empty();
    }
    Optional<CaseKind> kind = CaseKind.find(code);
    if (kind.isEmpty()) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, java.util.Map.of("case", "rulebooks.fault.case"));
    }
    return kind;
  }
}
