package org.ronghe.platform.digital.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.digital.Assessment.Stage;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.rulebooks.NodeFactTypes;
import org.ronghe.platform.text.Language;
import org.ronghe.rules.Rulebooks;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Evaluation;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Problems;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/// Judges answers by the rulebooks: the level by `cn-sme-digital-level`, the award by
/// `cn-wuhan-sme-digital-subsidy`.
@Component
class LevelRules {
  private static final Exact CENT = Exact.of(100);
  private static final Set<String> PARTS = Set.of("foundation", "management", "effect");

  private final Dictionary dictionary;
  private final NodeFactTypes types;
  private final Supplier<Library> library = SingletonSupplier.of(this::linked);
  private final Engine engine;

  LevelRules(Dictionary dictionary) {
    this.dictionary = dictionary;
    this.types = new NodeFactTypes(dictionary);
    this.engine = new Engine(types);
  }

  private Library linked() {
    var problems = new Problems();
    var linked = Library.of(Rulebooks.read(problems), types, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.sorted().toString());
    }
    return linked;
  }

  private Program levels() {
    return library.get().find("cn-sme-digital-level").orElseThrow();
  }

  private Program awards() {
    return library.get().find("cn-wuhan-sme-digital-subsidy").orElseThrow();
  }

  /// The name of a question, in words of the rulebook or the dictionary.
  String title(Question question, Language language) {
    return levels()
        .findValue(question.key())
        .map(value -> value.definition().label().name())
        .map(words -> language == Language.CHINESE ? words.zh() : words.en())
        .orElseGet(() -> label(question.fields().getFirst(), language));
  }

  /// The name of a field.
  String label(Question.Field field, Language language) {
    return dictionary
        .find(field.attribute())
        .map(attribute -> attribute.name().in(language))
        .orElse(field.attribute());
  }

  /// The codes of a field with their names, in order.
  Map<String, String> codes(Question.Field field, Language language) {
    var codes = new java.util.LinkedHashMap<String, String>();
    dictionary
        .find(field.attribute())
        .ifPresent(attribute ->
            attribute
                .values()
                .codes()
                .forEach((code, words) -> codes.put(code, words.in(language))));
    return codes;
  }

  /// What is wrong with answers, by field; what is not answered is not wrong here.
  Map<String, String> faults(List<Question> questions, Map<String, String> answers) {
    var faults = new HashMap<String, String>();
    for (var question : questions) {
      for (var field : question.fields()) {
        String value = answers.getOrDefault(field.name(), "");
        if (!value.isEmpty() && read(field, value) == null) {
          faults.put(
              field.name(),
              "digital.fault."
                  + field.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
      }
    }
    return faults;
  }

  /// The answer as a fact's value; null if it is none.
  private @Nullable FactValue read(Question.Field field, String value) {
    return switch (field.kind()) {
      case COUNT ->
          value.matches("\\d{1,7}") && Integer.parseInt(value) <= field.most()
              ? new FactValue.Figure(Exact.of(Integer.parseInt(value)))
              : null;
      case SHARE -> {
        var number = decimal(value);
        yield number == null || number.compareTo(BigDecimal.valueOf(100)) > 0
            ? null
            : new FactValue.Figure(Exact.of(number).dividedBy(CENT));
      }
      case MONEY -> {
        var number = decimal(value);
        yield number == null ? null : new FactValue.Money(Exact.of(number).times(CENT), "CNY");
      }
      case YES_NO ->
          value.equals("yes") || value.equals("no")
              ? new FactValue.Flag(value.equals("yes"))
              : null;
      case CODE ->
          codes(field, Language.ENGLISH).containsKey(value) ? new FactValue.Text(value) : null;
    };
  }

  private static @Nullable BigDecimal decimal(String value) {
    String plain = value.replace(",", "").replace("%", "").strip();
    return plain.matches("\\d{1,13}(\\.\\d{1,4})?") ? new BigDecimal(plain) : null;
  }

  private Facts facts(List<Question> questions, Map<String, String> answers, LocalDate asOf) {
    var facts = new ArrayList<Fact>();
    for (var question : questions) {
      for (var field : question.fields()) {
        var value = read(field, answers.getOrDefault(field.name(), ""));
        if (value != null) {
          int year = asOf.getYear() - field.back();
          facts.add(
              field.back() > 0 || field.attribute().equals("employees_total")
                  ? Fact.ofYear(field.attribute(), value, Math.min(year, asOf.getYear() - 1))
                  : Fact.undated(field.attribute(), value));
        }
      }
    }
    return Facts.of(facts);
  }

  /// What answers come to.
  Level judge(Assessment assessment, Map<String, String> answers) {
    return judge(assessment.stage(), assessment.asOf(), answers);
  }

  /// What answers of a stage on a day come to.
  Level judge(Stage stage, LocalDate asOf, Map<String, String> answers) {
    var facts = facts(Questionnaire.of(stage), answers, asOf);
    var evaluation = evaluate(levels(), facts, asOf);
    var points = new HashMap<String, String>();
    Integer level = null;
    String base = "";
    for (var value : evaluation.values()) {
      if (value.content() instanceof Quantity quantity) {
        String id = value.definition().id();
        if (id.equals("level") && quantity.isKnown()) {
          level = quantity.value().numerator().intValueExact();
        } else if (id.equals("base")) {
          base = shown(quantity);
        } else if (id.matches("q\\d+") || PARTS.contains(id)) {
          points.put(id, shown(quantity));
        }
      }
    }
    return stage == Stage.AFTER && level != null
        ? withAward(level, base, points, facts, asOf)
        : new Level(level, base, points, null, "");
  }

  private Level withAward(
      int level, String base, Map<String, String> points, Facts facts, LocalDate asOf) {
    var reached = Fact.undated("digital_level", new FactValue.Figure(Exact.of(level)));
    var evaluation = evaluate(awards(), facts.with("digital_level", List.of(reached)), asOf);
    Optional<Quantity> amount = evaluation.benefits().getFirst().amount();
    boolean due =
        evaluation.answer() != Answer.NOT_MET && amount.isPresent() && amount.get().isKnown();
    return new Level(
        level,
        base,
        points,
        due ? amount.orElseThrow().value().dividedBy(CENT).plain() : null,
        evaluation.answer().code());
  }

  private Evaluation evaluate(Program program, Facts facts, LocalDate asOf) {
    return engine.evaluate(
        program,
        program.titles().getFirst(),
        Dossier.of(facts),
        new Engine.Request(asOf, CaseKind.FIRST, true));
  }

  private static String shown(Quantity quantity) {
    if (!quantity.isBounded()) {
      return "?";
    }
    String least = quantity.value().plain();
    return quantity.isKnown() ? least : least + "–" + quantity.greatest().plain();
  }

  /// Which questions give points or a level: these need evidence.
  boolean counts(Question question, Map<String, String> answers, Level level) {
    if (question.key().startsWith("scene_")) {
      return !answers.getOrDefault(question.key(), "0").equals("0");
    }
    if (question.key().equals("award")) {
      return answers.containsKey("digital_upgrade_cost");
    }
    String points = level.points().getOrDefault(question.key(), "0");
    return !points.equals("0") && !points.equals("?");
  }
}
