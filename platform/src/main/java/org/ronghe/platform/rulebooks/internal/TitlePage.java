package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.FactReading;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Evaluated;
import org.ronghe.platform.web.View;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.book.Source;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Content;
import org.ronghe.rules.evaluate.Evaluation;
import org.ronghe.rules.evaluate.Evaluation.ClauseOutcome;
import org.ronghe.rules.evaluate.Evaluation.GroupOutcome;
import org.ronghe.rules.evaluate.Evaluation.How;
import org.ronghe.rules.evaluate.Evaluation.InputOutcome;
import org.ronghe.rules.evaluate.Evaluation.Measure;
import org.ronghe.rules.evaluate.Evaluation.Outcome;
import org.ronghe.rules.evaluate.Evaluation.ValueOutcome;
import org.ronghe.rules.evaluate.Gap;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.evaluate.Shown;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.page.Legible;
import org.ronghe.rules.page.Wording;
import org.ronghe.rules.source.Language;

/// One title for one firm: every clause with its answer and figures, what is missing, and what
/// would be if some of them were others.
///
/// @param tried what the reader tries
/// @param after judged by that; null where nothing is tried
public record TitlePage(
    View view,
    long organisation,
    String name,
    Evaluated judged,
    List<Gap> gaps,
    WhatIf whatIf,
    WhatIf.Tried tried,
    @Nullable Evaluated after) {
  public TitlePage {
    gaps = List.copyOf(gaps);
  }

  private Language language() {
    return FirmTitle.of(view.language());
  }

  private Wording wording() {
    return judged.wording(language());
  }

  public String title() {
    return judged.title().name(view.language());
  }

  public Evaluation evaluation() {
    return judged.evaluation();
  }

  /// The document, with its number.
  public String document() {
    var heading = judged.title().program().rulebook().heading();
    return heading.document().in(language())
        + (heading.number().isEmpty() ? "" : " " + heading.number());
  }

  /// Whether the rulebook leaves numbers to the operator.
  public boolean asksNumbers() {
    return judged.title().program().rulebook().inputs().values().stream()
        .anyMatch(input -> input.origin() instanceof Input.Parameter);
  }

  public String kind() {
    return judged.request().kind().title().in(language());
  }

  public String said(Answer answer) {
    return answer.words().in(language());
  }

  /// The address of the same as JSON.
  public String json() {
    String query = view.here().contains("?") ? view.here().replaceFirst("^[^?]*", "") : "";
    return "/api/v1/organisations/"
        + organisation
        + "/titles/"
        + judged.title().key().path()
        + query;
  }

  /// What a clause or group says; vetoes say what must not be.
  public String text(Outcome outcome) {
    String text = outcome.head().text().in(language());
    if (outcome instanceof ClauseOutcome clause && clause.how() == How.VETO) {
      return view.text("rulebooks.must-not", text);
    }
    if (!text.isEmpty() || !(outcome instanceof GroupOutcome group)) {
      return text.isEmpty() ? outcome.head().id() : text;
    }
    if (group.least() == group.members().size()) {
      return view.text("rulebooks.all-of");
    }
    return group.least() == 1
        ? view.text("rulebooks.any-of")
        : view.text("rulebooks.least-of", group.least());
  }

  /// A comparison as one reads it.
  public String measure(Measure measure) {
    return new MeasureText(wording()).of(measure);
  }

  /// The same in full; null where that says no more.
  public @Nullable String exact(Measure measure) {
    return new MeasureText(wording()).exact(measure);
  }

  /// How far a value has to move; empty where it need not.
  public String distance(Measure measure) {
    return new MeasureText(wording()).distance(measure);
  }

  private Legible legible() {
    return new Legible(language());
  }

  /// What is asked for as evidence.
  public List<String> evidence(Outcome outcome) {
    var known = judged.title().program().rulebook().evidence();
    return outcome.head().evidence().stream()
        .map(id -> Optional.ofNullable(known.get(id)).map(w -> w.in(language())).orElse(id))
        .toList();
  }

  /// Where a clause stands: the document's name and the place in it.
  public String source(String source) {
    if (source.isEmpty()) {
      return "";
    }
    String[] parts = source.split(" ", 2);
    Source known = judged.title().program().rulebook().sources().get(parts[0]);
    String name = known == null ? parts[0] : known.title().in(language());
    return parts.length == 2 ? name + " " + parts[1] : name;
  }

  /// The address of the document a clause stands in; null where none is known.
  public @Nullable String sourceHref(String source) {
    Source known = judged.title().program().rulebook().sources().get(source.split(" ", 2)[0]);
    return known == null || known.url().isEmpty() ? null : known.url();
  }

  public String unconfirmed(Outcome outcome) {
    return outcome.head().unconfirmed().in(language());
  }

  /// The answer of a clause or group by what is tried; null where it is the same.
  public @Nullable Answer turned(Outcome outcome) {
    Outcome other = byTrial().get(outcome.head().id());
    return other == null || other.answer() == outcome.answer() ? null : other.answer();
  }

  /// The clauses that turn by what is tried.
  public List<ClauseOutcome> turning() {
    return Outcomes.byId(evaluation().requires()).values().stream()
        .filter(ClauseOutcome.class::isInstance)
        .map(ClauseOutcome.class::cast)
        .filter(clause -> turned(clause) != null)
        .toList();
  }

  /// The value of a comparison by what is tried; empty where it is the same.
  public String tried(ClauseOutcome clause, int number) {
    if (!(byTrial().get(clause.head().id()) instanceof ClauseOutcome other)
        || other.measures().size() != clause.measures().size()) {
      return "";
    }
    Measure now = clause.measures().get(number);
    Measure then = other.measures().get(number);
    return now.value().equals(then.value()) && now.threshold().equals(then.threshold())
        ? ""
        : new MeasureText(wording()).figures(then);
  }

  private Map<String, Outcome> byTrial() {
    return after == null ? Map.of() : Outcomes.byId(after.evaluation().requires());
  }

  /// Inputs that are tried as others than they are.
  public List<WhatIf.Field> changed() {
    return whatIf.fields().stream()
        .filter(field -> tried.changed().containsKey(field.name()))
        .filter(field -> !tried.faults().containsKey(field.name()))
        .toList();
  }

  /// Inputs with something typed in that cannot be read.
  public List<WhatIf.Field> unreadable() {
    return whatIf.fields().stream()
        .filter(field -> tried.faults().containsKey(field.name()))
        .toList();
  }

  /// A value of an input in words, as it was typed in or is known.
  public String words(WhatIf.Field field, String text) {
    if (text.isEmpty()) {
      return view.text("rulebooks.unknown");
    }
    return switch (field.type()) {
      case CODE ->
          Optional.ofNullable(field.attribute().values().codes().get(text))
              .map(words -> words.in(view.language()))
              .orElse(text);
      case BOOLEAN -> view.text(text.equals("true") ? "facts.page.yes" : "facts.page.no");
      case TITLE -> view.text(text.equals("false") ? "rulebooks.not-held" : "rulebooks.held");
      case DECIMAL, INTEGER, MONEY, PERCENT, DATE, TEXT, ORGANISATION, PERSON, HOLDING -> text;
    };
  }

  /// Points and other named values that a reader of the document knows by name.
  public List<ValueOutcome> values() {
    return evaluation().values().stream().filter(value -> value.definition().isScore()).toList();
  }

  public String value(ValueOutcome value) {
    return value.content() instanceof Content.Codes codes && !codes.possible().isEmpty()
        ? codes.possible().stream()
            .map(code -> wording().code(value.definition().id(), code))
            .collect(Collectors.joining(" | "))
        : legible().content(value.content(), value.unit());
  }

  /// What the document gives beside the answer, such as a size class.
  public List<ValueOutcome> results() {
    List<String> ids = List.copyOf(wording().outcomes(evaluation().header().title()));
    return evaluation().values().stream()
        .filter(value -> ids.contains(value.definition().id()))
        .toList();
  }

  /// Why a value is in doubt; empty where it is not.
  public String unconfirmed(ValueOutcome value) {
    return value.definition().label().unconfirmed().in(language());
  }

  /// The same in full; null where that says no more.
  public @Nullable String exact(ValueOutcome value) {
    String exact = Shown.content(value.content(), value.unit(), language());
    return exact.equals(value(value)) ? null : exact;
  }

  /// A named value by what is tried.
  public String triedValue(ValueOutcome value) {
    Evaluated other = after;
    return other == null
        ? ""
        : other.evaluation().values().stream()
            .filter(one -> one.definition().id().equals(value.definition().id()))
            .findFirst()
            .map(this::value)
            .orElse("");
  }

  public String name(ValueOutcome value) {
    return wording().name(value.definition().id());
  }

  public String most(ValueOutcome value) {
    return value.definition().most().map(most -> most.plain()).orElse("");
  }

  /// A benefit with its amount.
  public String benefit(Evaluation.BenefitOutcome benefit) {
    return benefit.benefit().name().in(language())
        + benefit
            .amount()
            .map(amount -> ": " + legible().content(amount, benefit.unit()))
            .orElse("");
  }

  /// Whether it is not met and no set of changes was found that would turn it.
  public boolean isFar() {
    return gaps.isEmpty() && evaluation().answer() != Answer.MET;
  }

  /// The gaps in words.
  public GapWords ways() {
    return new GapWords(view, wording());
  }

  /// Each input once, without the operator's numbers that are not set.
  public List<InputOutcome> inputs() {
    var shown = new LinkedHashMap<String, InputOutcome>();
    evaluation().inputs().stream()
        .filter(input -> !isUnset(input))
        .forEach(input ->
            shown.putIfAbsent(name(input) + "\n" + value(input) + "\n" + days(input), input));
    return List.copyOf(shown.values());
  }

  private static boolean isUnset(InputOutcome input) {
    return input.input().origin() instanceof Input.Parameter
        && !(input.content() instanceof Quantity quantity && quantity.isKnown());
  }

  /// How many of the operator's numbers are not set.
  public long unset() {
    return evaluation().inputs().stream().filter(TitlePage::isUnset).count();
  }

  public String name(InputOutcome input) {
    return wording().input(input.input());
  }

  public String value(InputOutcome input) {
    return switch (input.content()) {
      case Content.Codes codes when codes.isKnown() ->
          codes.possible().iterator().next().isEmpty()
              ? view.text("rulebooks.none")
              : wording().code(input.input().name(), codes.possible().iterator().next());
      case Content.Truth truth when !truth.answer().isOpen() ->
          view.text(truth.answer() == Answer.MET ? "facts.page.yes" : "facts.page.no");
      case Content other -> legible().content(other, input.unit());
    };
  }

  /// The same in full; null where that says no more.
  public @Nullable String exact(InputOutcome input) {
    String exact = Shown.content(input.content(), input.unit(), language());
    return !(input.content() instanceof Quantity) || exact.equals(value(input)) ? null : exact;
  }

  /// The days that the facts hold for.
  public String days(InputOutcome input) {
    return input.facts().stream()
        .filter(Fact::dated)
        .map(fact ->
            (fact.from().equals(LocalDate.MIN) ? "" : fact.from())
                + " – "
                + (fact.until().equals(LocalDate.MAX) ? "" : fact.until()))
        .distinct()
        .limit(3)
        .collect(Collectors.joining(", "));
  }

  /// The history of the fact that answered; null where none of the firm's own did.
  public @Nullable String factHref(InputOutcome input) {
    for (Fact fact : input.facts()) {
      Optional<Long> id = FactReading.findId(fact);
      boolean own =
          judged
              .dossier()
              .own()
              .find(fact.attribute())
              .filter(all -> all.contains(fact))
              .isPresent();
      if (id.isPresent() && own) {
        return "/organisations/"
            + organisation
            + "/history/"
            + fact.attribute()
            + "#fact-"
            + id.get();
      }
    }
    return null;
  }

  public String label(WhatIf.Field field) {
    return WhatIf.label(field, wording());
  }

  public String entered(WhatIf.Field field) {
    return tried.changed().getOrDefault(field.name(), field.known());
  }
}
