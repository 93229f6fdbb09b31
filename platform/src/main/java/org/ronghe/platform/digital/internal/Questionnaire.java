package org.ronghe.platform.digital.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ronghe.platform.digital.Assessment.Stage;
import org.ronghe.platform.digital.internal.Question.Field;
import org.ronghe.platform.digital.internal.Question.Kind;

/// The questionnaire of 2024 (工信厅企业〔2024〕56号): 15 questions, 16 scenes; after the upgrade also what
/// the award is worked out from.
final class Questionnaire {
  private static final List<Question> ASKED = asked();
  private static final Question AWARD =
      new Question(
          "award",
          "award",
          List.of(
              field("size_industry", Kind.CODE, 0),
              field("pilot_trade", Kind.CODE, 0),
              field("employees_total", Kind.COUNT, 1_000_000),
              new Field("digital_upgrade_cost", "digital_upgrade_cost", Kind.MONEY, 0, 1)));

  private Questionnaire() {}

  private static List<Question> asked() {
    var all = new ArrayList<Question>();
    one(all, "q1", "foundation", field("digital_network_options", Kind.COUNT, 4));
    one(all, "q2", "foundation", field("digital_equipment_share", Kind.SHARE, 100));
    one(all, "q3", "foundation", field("networked_equipment_share", Kind.SHARE, 100));
    all.add(
        new Question(
            "q4",
            "foundation",
            List.of(
                field("auto_collection_links", Kind.COUNT, 13),
                field("auto_collection_hr", Kind.YES_NO, 0))));
    one(all, "q5", "foundation", field("information_services", Kind.CODE, 0));
    one(all, "q6", "foundation", field("network_security_measures", Kind.COUNT, 4));
    one(all, "q7", "foundation", field("data_security_measures", Kind.COUNT, 4));
    one(all, "q8", "management", field("digital_awareness_step", Kind.COUNT, 5));
    one(all, "q9", "management", field("digital_rules", Kind.COUNT, 4));
    one(all, "q10", "management", field("digital_talent_measures", Kind.COUNT, 5));
    var spend = new ArrayList<Field>();
    for (int back = 1; back <= 3; back++) {
      spend.add(new Field("digital_spend." + back, "digital_spend", Kind.MONEY, 0, back));
      spend.add(new Field("sales_revenue." + back, "sales_revenue", Kind.MONEY, 0, back));
    }
    all.add(new Question("q11", "management", spend));
    one(all, "q12", "effect", field("energy_per_revenue_trend", Kind.CODE, 0));
    one(all, "q13", "effect", field("pass_rate_trend", Kind.CODE, 0));
    one(all, "q14", "effect", field("revenue_per_head_trend", Kind.CODE, 0));
    one(all, "q15", "effect", field("cost_per_revenue_trend", Kind.CODE, 0));
    for (String scene :
        List.of(
            "marketing",
            "production",
            "quality",
            "equipment",
            "safety",
            "energy",
            "purchasing",
            "logistics",
            "finance")) {
      one(all, "scene_" + scene, "constraint", field("scene_" + scene, Kind.COUNT, 4));
    }
    for (String scene :
        List.of(
            "product_design",
            "process_design",
            "after_sales",
            "planning",
            "personnel",
            "office",
            "decision")) {
      one(all, "scene_" + scene, "guidance", field("scene_" + scene, Kind.COUNT, 4));
    }
    return List.copyOf(all);
  }

  private static Field field(String attribute, Kind kind, int most) {
    return new Field(attribute, attribute, kind, most, 0);
  }

  private static void one(List<Question> all, String key, String part, Field field) {
    all.add(new Question(key, part, List.of(field)));
  }

  /// The questions that give points and levels.
  static List<Question> scored() {
    return ASKED;
  }

  /// All questions of a stage.
  static List<Question> of(Stage stage) {
    if (stage == Stage.BEFORE) {
      return ASKED;
    }
    var all = new ArrayList<>(ASKED);
    all.add(AWARD);
    return all;
  }

  /// The questions by part, in order.
  static Map<String, List<Question>> parts(List<Question> questions) {
    var parts = new LinkedHashMap<String, List<Question>>();
    questions.forEach(
        question -> parts.computeIfAbsent(question.part(), _ -> new ArrayList<>()).add(question));
    return parts;
  }

  /// What was sent, as far as it belongs to the questionnaire.
  static Map<String, String> taken(List<Question> questions, Map<String, String> sent) {
    var taken = new LinkedHashMap<String, String>();
    for (var question : questions) {
      for (var field : question.fields()) {
        String value = sent.getOrDefault(field.name(), "");
        if (value != null && !value.isBlank() && value.length() <= 40) {
          taken.put(field.name(), value.strip());
        }
      }
    }
    return taken;
  }
}
