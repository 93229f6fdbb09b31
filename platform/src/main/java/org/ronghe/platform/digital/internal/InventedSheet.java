package org.ronghe.platform.digital.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ronghe.platform.digital.Assessment.Stage;

/// Answers of a firm that does not exist. How far it has come is normal; each answer follows it
/// with a normal error of half its spread.
final class InventedSheet {
  private static final double ERROR = 0.5;
  private static final List<String> TRADES =
      List.of("optics", "equipment", "auto_parts", "biomedicine", "food", "materials");

  private final LevelRules rules;
  private final Random random;

  InventedSheet(LevelRules rules, Random random) {
    this.rules = rules;
    this.random = random;
  }

  /// How far a firm has come; 0 is the middle.
  double advance() {
    return random.nextGaussian();
  }

  /// The answers of a firm that has come so far.
  Map<String, String> answers(Stage stage, double advance) {
    var answers = new LinkedHashMap<String, String>();
    for (Question question : Questionnaire.of(stage)) {
      for (Question.Field field : question.fields()) {
        double part = 1 / (1 + Math.exp(-advance - random.nextGaussian() * ERROR));
        answers.put(field.name(), answer(field, part));
      }
    }
    return answers;
  }

  /// Answers that do not go together: each as chance has it.
  Map<String, String> thrown(Stage stage) {
    var answers = new LinkedHashMap<String, String>();
    for (Question question : Questionnaire.of(stage)) {
      for (Question.Field field : question.fields()) {
        answers.put(field.name(), answer(field, random.nextDouble()));
      }
    }
    return answers;
  }

  private String answer(Question.Field field, double part) {
    return switch (field.kind()) {
      case COUNT ->
          field.most() > 1000
              ? String.valueOf(20 + (int) (part * 400))
              : String.valueOf((int) Math.min(field.most(), part * (field.most() + 1)));
      case SHARE -> String.valueOf((int) (part * 100));
      case YES_NO -> part > 0.5 ? "yes" : "no";
      case MONEY ->
          field.attribute().equals("sales_revenue")
              ? "30000000"
              : String.valueOf(10_000 * (int) (part * 200));
      case CODE -> code(field, part);
    };
  }

  private String code(Question.Field field, double part) {
    List<String> codes =
        List.copyOf(rules.codes(field, org.ronghe.platform.text.Language.ENGLISH).keySet());
    return switch (field.attribute()) {
      case "size_industry" -> "industry";
      case "pilot_trade" -> TRADES.get(random.nextInt(TRADES.size()));
      // Trends go up, flat, down: the other way round where up is good.
      case "pass_rate_trend", "revenue_per_head_trend" -> at(codes.reversed(), part);
      default -> at(codes, part);
    };
  }

  /// The code at that part of the way from the first to the last.
  private static String at(List<String> codes, double part) {
    return codes.get((int) Math.min(codes.size() - 1.0, part * codes.size()));
  }
}
