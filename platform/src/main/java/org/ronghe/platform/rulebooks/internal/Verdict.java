package org.ronghe.platform.rulebooks.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Evaluation;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.page.Legible;
import org.ronghe.rules.page.Wording;
import org.ronghe.rules.source.Language;

/// What is kept of an evaluation: the answer, the points, and what is missing.
///
/// @param steps clauses that would have to turn
/// @param nearest what is missing; empty where it is more than a few clauses
record Verdict(
    long organisation,
    TitleKey title,
    CaseKind kind,
    Answer answer,
    @Nullable Points points,
    int steps,
    String clauses,
    Texts nearest) {

  /// What is missing is told in words where it is no more clauses than this: who is further away
  /// opens the firm's page.
  static final int TOLD_STEPS = 3;

  /// Points as far as they are known.
  record Points(BigDecimal least, BigDecimal most) {
    /// In full.
    String exact() {
      return text(BigDecimal::toPlainString);
    }

    /// For readers.
    String shown() {
      var legible = new Legible(Language.ENGLISH);
      return text(end -> legible.number(Exact.of(end), Unit.NUMBER));
    }

    private String text(Function<BigDecimal, String> end) {
      return least.compareTo(most) == 0
          ? end.apply(least)
          : end.apply(least) + " – " + end.apply(most);
    }
  }

  /// In both languages.
  record Texts(String zh, String en) {}

  static Verdict of(long organisation, FirmTitle title, Evaluation evaluation, FactTypes types) {
    Nearest nearest = Nearest.of(evaluation);
    boolean told = nearest.steps() <= TOLD_STEPS;
    var rulebook = title.program().rulebook();
    return new Verdict(
        organisation,
        title.key(),
        evaluation.header().kind(),
        evaluation.answer(),
        findPoints(title.program(), evaluation).orElse(null),
        nearest.steps(),
        nearest.ids(),
        new Texts(
            told ? nearest.text(new Wording(rulebook, types, Language.CHINESE)) : "",
            told ? nearest.text(new Wording(rulebook, types, Language.ENGLISH)) : ""));
  }

  /// The points that are no part of others; nothing where a rulebook gives none, or several.
  static Optional<Points> findPoints(Program program, Evaluation evaluation) {
    Set<String> parts = new HashSet<>();
    program.values().forEach(value -> parts.addAll(value.parts()));
    List<Quantity> totals =
        evaluation.values().stream()
            .filter(
                value -> value.definition().isScore() && !parts.contains(value.definition().id()))
            .map(value -> value.content())
            .filter(Quantity.class::isInstance)
            .map(Quantity.class::cast)
            .filter(Quantity::isBounded)
            .toList();
    if (totals.size() != 1) {
      return Optional.empty();
    }
    Quantity total = totals.getFirst();
    return Optional.of(
        new Points(
            total.value().decimal(MathContext.DECIMAL64),
            total.greatest().decimal(MathContext.DECIMAL64)));
  }
}
