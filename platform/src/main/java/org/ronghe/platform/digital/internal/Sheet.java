package org.ronghe.platform.digital.internal;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.digital.Assessment.Stage;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.web.View;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.page.Legible;
import org.ronghe.rules.source.Language;

/// The questionnaire as it is drawn: words, what stands in it, evidence, and what is wrong.
///
/// @param asOfYear the year of the day the answers hold for
/// @param faults by control
public record Sheet(
    View view,
    Stage stage,
    int asOfYear,
    Map<String, String> answers,
    Map<String, List<Evidence>> evidence,
    Map<String, String> faults,
    Wording wording) {
  public Sheet {
    answers = Map.copyOf(answers);
    evidence = Map.copyOf(evidence);
    faults = Map.copyOf(faults);
  }

  /// Words of questions and codes.
  interface Wording {
    String title(Question question);

    String label(Question.Field field);

    Map<String, String> codes(Question.Field field);
  }

  static Wording wording(LevelRules rules, View view) {
    return new Wording() {
      @Override
      public String title(Question question) {
        return question.key().equals("award")
            ? view.text("digital.part.award")
            : rules.title(question, view.language());
      }

      @Override
      public String label(Question.Field field) {
        return rules.label(field, view.language());
      }

      @Override
      public Map<String, String> codes(Question.Field field) {
        return rules.codes(field, view.language());
      }
    };
  }

  /// The questions by part.
  public Map<String, List<Question>> parts() {
    return Questionnaire.parts(Questionnaire.of(stage));
  }

  public String title(Question question) {
    return wording.title(question);
  }

  /// The label of a field; figures of years say theirs.
  public String label(Question.Field field) {
    return field.back() == 0
        ? wording.label(field)
        : view.text(
            "digital.of-year", wording.label(field), String.valueOf(asOfYear - field.back()));
  }

  /// What can be chosen, with its words; empty for fields that are typed in.
  public Map<String, String> choices(Question.Field field) {
    return switch (field.kind()) {
      case CODE -> wording.codes(field);
      case YES_NO -> {
        var both = new LinkedHashMap<String, String>();
        both.put("yes", view.text("digital.yes"));
        both.put("no", view.text("digital.no"));
        yield both;
      }
      case COUNT -> {
        var counts = new LinkedHashMap<String, String>();
        if (field.most() <= 13) {
          for (int i = 0; i <= field.most(); i++) {
            String number = String.valueOf(i);
            counts.put(
                number,
                field.name().startsWith("scene_") ? view.text("digital.scene." + i) : number);
          }
        }
        yield counts;
      }
      case SHARE, MONEY -> Map.of();
    };
  }

  /// The unit behind a field that is typed in; null where there is none.
  public @Nullable String unit(Question.Field field) {
    return switch (field.kind()) {
      case SHARE -> "%";
      case MONEY -> view.text("digital.unit.money");
      case COUNT, CODE, YES_NO -> null;
    };
  }

  public String value(Question.Field field) {
    return answers.getOrDefault(field.name(), "");
  }

  /// What stands in a field, in words.
  public String shown(Question.Field field, Map<String, String> from) {
    String value = from.getOrDefault(field.name(), "");
    if (value.isEmpty()) {
      return "–";
    }
    if (field.kind() == Question.Kind.MONEY) {
      return money(value);
    }
    String words = choices(field).getOrDefault(value, value);
    String unit = unit(field);
    return unit == null ? words : words + " " + unit;
  }

  /// An amount of yuan as people read it; as it was typed where it is none.
  private String money(String yuan) {
    try {
      var fen = Exact.of(new BigDecimal(yuan)).times(Exact.of(100));
      var language =
          view.language() == org.ronghe.platform.text.Language.CHINESE
              ? Language.CHINESE
              : Language.ENGLISH;
      return new Legible(language).number(fen, Unit.CNY);
    } catch (NumberFormatException e) {
      return yuan;
    }
  }

  /// All answers to a question in words.
  public String shown(Question question, Map<String, String> from) {
    var words = new StringBuilder();
    for (var field : question.fields()) {
      words.append(words.isEmpty() ? "" : "; ");
      if (question.fields().size() > 1) {
        words.append(label(field)).append(": ");
      }
      words.append(shown(field, from));
    }
    return words.toString();
  }

  /// What is wrong with a control; null where nothing is.
  public @Nullable String fault(String control) {
    return faults.get(control);
  }

  public List<Evidence> evidence(Question question) {
    return evidence.getOrDefault(question.key(), List.of());
  }
}
