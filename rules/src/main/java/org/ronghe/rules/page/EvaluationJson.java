package org.ronghe.rules.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.rules.evaluate.Content;
import org.ronghe.rules.evaluate.Evaluation;
import org.ronghe.rules.evaluate.Evaluation.ClauseOutcome;
import org.ronghe.rules.evaluate.Evaluation.GroupOutcome;
import org.ronghe.rules.evaluate.Evaluation.Measure;
import org.ronghe.rules.evaluate.Evaluation.Outcome;
import org.ronghe.rules.evaluate.Gap;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.Words;

/// An evaluation as canonical JSON: the same evaluation gives the same bytes. Numbers are exact;
/// where a fraction has no decimal it is written `a/b` in quotes beside its rounded value. Money is
/// in the smallest unit of its currency.
public final class EvaluationJson {
  /// The version of this form; it changes when the bytes of an old evaluation would.
  static final int FORM = 1;

  private final Wording chinese;
  private final Wording english;

  public EvaluationJson(Wording chinese, Wording english) {
    this.chinese = chinese;
    this.english = english;
  }

  /// The whole evaluation with the facts it can be replayed from.
  public String of(Evaluation evaluation, List<Gap> gaps, Dossier dossier) {
    return CanonicalJson.of(tree(evaluation, gaps, dossier));
  }

  /// Several evaluations.
  public static String all(List<Map<String, Object>> trees) {
    return CanonicalJson.of(trees);
  }

  /// The evaluation as maps and lists.
  public Map<String, Object> tree(Evaluation evaluation, List<Gap> gaps, Dossier dossier) {
    var header = evaluation.header();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("form", FORM);
    json.put("rulebook", header.rulebook());
    json.put("version", header.version());
    json.put("title", header.title());
    json.put("asOf", header.asOf().toString());
    json.put("case", header.kind().code());
    if (header.regardless()) {
      json.put("regardless", true);
    }
    json.put("answer", evaluation.answer().code());
    json.put("requires", outcome(evaluation.requires()));
    Map<String, Object> values = new LinkedHashMap<>();
    for (var value : evaluation.values()) {
      values.put(value.definition().id(), content(value.content(), value.unit()));
    }
    json.put("values", values);
    List<Object> benefits = new ArrayList<>();
    for (var benefit : evaluation.benefits()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", benefit.benefit().id());
      words(one, "name", benefit.benefit().name());
      one.put("source", benefit.benefit().source());
      benefit.amount().ifPresent(amount -> one.put("amount", content(amount, benefit.unit())));
      benefits.add(one);
    }
    json.put("benefits", benefits);
    List<Object> remarks = new ArrayList<>();
    for (var remark : evaluation.remarks()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("id", remark.remark().id());
      one.put("holds", remark.answer().code());
      words(one, "text", remark.remark().text());
      one.put("source", remark.remark().source());
      remarks.add(one);
    }
    json.put("remarks", remarks);
    json.put("gaps", gaps.stream().map(this::gap).toList());
    List<Object> inputs = new ArrayList<>();
    for (var input : evaluation.inputs()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("input", input.input().name());
      one.put("value", content(input.content(), input.unit()));
      one.put("facts", input.facts().stream().map(EvaluationJson::fact).toList());
      inputs.add(one);
    }
    json.put("inputs", inputs);
    json.put("dossier", dossier(dossier));
    return json;
  }

  private static void words(Map<String, Object> json, String key, Words words) {
    if (!words.isEmpty()) {
      Map<String, Object> both = new LinkedHashMap<>();
      both.put("zh", words.zh());
      both.put("en", words.en());
      json.put(key, both);
    }
  }

  private Map<String, Object> outcome(Outcome outcome) {
    Map<String, Object> json = new LinkedHashMap<>();
    var head = outcome.head();
    json.put("id", head.id());
    json.put("answer", outcome.answer().code());
    if (!outcome.tested()) {
      json.put("tested", false);
    }
    words(json, "text", head.text());
    if (!head.source().isEmpty()) {
      json.put("source", head.source());
    }
    words(json, "unconfirmed", head.unconfirmed());
    if (!head.evidence().isEmpty()) {
      json.put("evidence", head.evidence());
    }
    switch (outcome) {
      case GroupOutcome group -> {
        json.put("least", group.least());
        json.put("members", group.members().stream().map(this::outcome).toList());
      }
      case ClauseOutcome clause -> {
        json.put("kind", clause.how().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        if (!clause.measures().isEmpty()) {
          json.put("measures", clause.measures().stream().map(this::measure).toList());
        }
        clause.cost().ifPresent(cost -> json.put("cost", content(cost, Unit.CNY)));
      }
    }
    return json;
  }

  private Map<String, Object> measure(Measure measure) {
    Map<String, Object> json = new LinkedHashMap<>();
    words(
        json,
        "what",
        new Words(chinese.expression(measure.left()), english.expression(measure.left())));
    json.put("value", content(measure.value(), measure.unit()));
    json.put("comparison", measure.comparison().sign());
    json.put("threshold", content(measure.threshold(), measure.unit()));
    json.put("answer", measure.answer().code());
    measure
        .distance()
        .ifPresent(
            distance -> json.put("distance", content(Quantity.of(distance), measure.unit())));
    return json;
  }

  private Map<String, Object> gap(Gap gap) {
    Map<String, Object> json = new LinkedHashMap<>();
    List<Object> changes = new ArrayList<>();
    for (var change : gap.changes()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("clause", change.clause());
      words(one, "text", change.text());
      one.put("kind", change.kind().code());
      List<Object> levers = new ArrayList<>();
      for (var lever : change.levers()) {
        Map<String, Object> by = new LinkedHashMap<>();
        by.put("input", lever.input());
        words(by, "name", new Words(chinese.name(lever.input()), english.name(lever.input())));
        by.put("from", content(lever.from(), lever.unit()));
        by.put("to", content(lever.to(), lever.unit()));
        if (lever.from() instanceof Quantity from
            && lever.to() instanceof Quantity to
            && from.isKnown()
            && to.isKnown()) {
          by.put("change", content(Quantity.of(to.value().minus(from.value())), lever.unit()));
        }
        levers.add(by);
      }
      one.put("levers", levers);
      change.notBefore().ifPresent(day -> one.put("notBefore", day.toString()));
      change.cost().ifPresent(cost -> one.put("cost", content(cost, Unit.CNY)));
      changes.add(one);
    }
    json.put("changes", changes);
    gap.notBefore().ifPresent(day -> json.put("notBefore", day.toString()));
    return json;
  }

  static Object content(Content content, Unit unit) {
    return switch (content) {
      case Content.Truth truth -> truth.answer().code();
      case Content.Codes codes ->
          codes.possible().isEmpty()
              ? "unknown"
              : codes.isKnown()
                  ? codes.possible().iterator().next()
                  : List.copyOf(codes.possible());
      case Quantity quantity -> quantity(quantity, unit);
    };
  }

  private static Object quantity(Quantity quantity, Unit unit) {
    if (!quantity.isBounded()) {
      return "unknown";
    }
    if (unit.kind() == Unit.Kind.DATE && quantity.isKnown()) {
      return LocalDate.ofEpochDay(quantity.value().numerator().longValueExact()).toString();
    }
    Map<String, Object> json = new LinkedHashMap<>();
    if (quantity.isKnown()) {
      number(json, "number", quantity.value());
    } else {
      number(json, "least", quantity.value());
      number(json, "most", quantity.greatest());
    }
    if (unit.isMoney()) {
      json.put("unit", unit.word().equals("CNY") ? "fen" : unit.word() + " / 100");
    } else if (unit.kind() == Unit.Kind.NUMBER && !unit.word().isEmpty()) {
      json.put("unit", unit.word());
    }
    return json;
  }

  private static void number(Map<String, Object> json, String key, Exact number) {
    json.put(key, new CanonicalJson.Decimal(number.plain()));
    var shown = Exact.of(new java.math.BigDecimal(number.plain()));
    if (!shown.equals(number)) {
      json.put(key + "Exact", number.toString());
    }
  }

  private static Map<String, Object> dossier(Dossier dossier) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (!dossier.subject().isEmpty()) {
      json.put("subject", dossier.subject());
    }
    json.put("facts", facts(dossier.own()));
    Map<String, Object> others = new LinkedHashMap<>();
    dossier.others().forEach((id, facts) -> others.put(id, facts(facts)));
    json.put("organisations", others);
    Map<String, Object> parameters = new LinkedHashMap<>();
    dossier
        .parameters()
        .forEach((name, number) -> parameters.put(name, new CanonicalJson.Decimal(number.plain())));
    json.put("parameters", parameters);
    return json;
  }

  private static Map<String, Object> facts(org.ronghe.rules.fact.Facts facts) {
    Map<String, Object> json = new LinkedHashMap<>();
    facts
        .all()
        .forEach((key, all) -> json.put(key, all.stream().map(EvaluationJson::fact).toList()));
    return json;
  }

  private static Map<String, Object> fact(Fact fact) {
    Map<String, Object> json = new LinkedHashMap<>();
    switch (fact.value()) {
      case FactValue.Figure figure ->
          json.put("value", new CanonicalJson.Decimal(figure.number().plain()));
      case FactValue.Money money -> json.put("value", money(money));
      case FactValue.Flag flag -> json.put("value", flag.holds());
      case FactValue.Day day -> json.put("value", day.date().toString());
      case FactValue.Text text -> json.put("value", text.text());
      case FactValue.Reference reference -> json.put("value", reference.subject());
      case FactValue.Holding holding -> {
        json.put("value", holding.subject());
        json.put("part", new CanonicalJson.Decimal(holding.part().plain()));
      }
      case FactValue.Unknown _ -> json.put("value", new CanonicalJson.Decimal("null"));
    }
    if (fact.dated()) {
      if (!fact.from().equals(LocalDate.MIN)) {
        json.put("from", fact.from().toString());
      }
      if (!fact.until().equals(LocalDate.MAX)) {
        json.put("until", fact.until().toString());
      }
    }
    if (!fact.source().isEmpty()) {
      json.put("source", fact.source());
    }
    return json;
  }

  private static Object money(FactValue.Money money) {
    if (money.currency().isEmpty()) {
      return new CanonicalJson.Decimal(money.amountMinor().dividedBy(Exact.of(100)).plain());
    }
    return money
            .amountMinor()
            .dividedBy(org.ronghe.rules.language.Amounts.smallest(money.currency()))
            .plain()
        + " "
        + money.currency();
  }

  /// The wording in a language.
  public Wording wording(Language language) {
    return language == Language.CHINESE ? chinese : english;
  }
}
