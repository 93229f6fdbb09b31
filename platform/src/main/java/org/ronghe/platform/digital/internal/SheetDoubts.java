package org.ronghe.platform.digital.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.text.Language;
import org.ronghe.rules.sheet.AnswerSheet;
import org.ronghe.rules.sheet.SheetDoubt;
import org.ronghe.rules.sheet.SheetTests;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Holds the sheets handed in against one another: the last of each firm and stage, as the firm
/// filled it in.
@Component
class SheetDoubts {
  /// How probable it may be that any honest firm is named.
  static final double LEVEL = 0.05;

  private static final int MOST_SHEETS = 3000;
  private static final List<Double> SHARES = List.of(10.0, 20.0, 40.0, 60.0);

  private final JdbcClient jdbc;
  private final LevelRules rules;
  private final Organisations organisations;

  SheetDoubts(JdbcClient jdbc, LevelRules rules, Organisations organisations) {
    this.jdbc = jdbc;
    this.rules = rules;
    this.organisations = organisations;
  }

  /// What was found.
  ///
  /// @param sheets how many were looked at
  /// @param firms names by assessment
  record Found(List<SheetDoubt> doubts, int sheets, Map<Long, Names> firms) {}

  @Transactional(readOnly = true)
  public Found find() {
    var assessments =
        jdbc.sql(
                "SELECT DISTINCT ON (organisation, stage) "
                    + AssessmentRows.COLUMNS
                    + " FROM digital_assessment WHERE state <> 'draft' ORDER BY organisation,"
                    + " stage, as_of DESC, id DESC LIMIT "
                    + MOST_SHEETS)
            .query(AssessmentRows::read)
            .list();
    var questions = questions();
    var sheets = assessments.stream().map(this::sheet).toList();
    var doubts = new SheetTests(questions, sheets, LEVEL).doubts();
    var byAssessment = new HashMap<Long, Long>();
    assessments.forEach(one -> byAssessment.put(one.id(), one.organisation()));
    // A firm that answers after the upgrade as it did before copies nobody.
    var foreign =
        doubts.stream()
            .filter(doubt ->
                !(doubt instanceof SheetDoubt.Copied copied)
                    || !Objects.equals(
                        byAssessment.get(copied.first()), byAssessment.get(copied.second())))
            .toList();
    var names = organisations.names(byAssessment.values().stream().distinct().toList());
    var firms = new HashMap<Long, Names>();
    byAssessment.forEach((assessment, organisation) -> {
      var name = names.get(organisation);
      if (name != null) {
        firms.put(assessment, name);
      }
    });
    return new Found(foreign, sheets.size(), firms);
  }

  private List<org.ronghe.rules.sheet.Question> questions() {
    var questions = new ArrayList<org.ronghe.rules.sheet.Question>();
    for (var question : Questionnaire.scored()) {
      var field = question.fields().getFirst();
      String block =
          question.part().equals("constraint") || question.part().equals("guidance")
              ? "scenes"
              : question.part();
      int answers =
          switch (field.kind()) {
            case COUNT -> field.most() + 1;
            case SHARE, MONEY -> SHARES.size() + 1;
            case CODE -> rules.codes(field, Language.ENGLISH).size();
            case YES_NO -> 2;
          };
      questions.add(new org.ronghe.rules.sheet.Question(question.key(), block, answers));
    }
    return questions;
  }

  private AnswerSheet sheet(Assessment assessment) {
    var answers = new ArrayList<Integer>();
    for (var question : Questionnaire.scored()) {
      answers.add(answer(question, assessment.answers()));
    }
    return new AnswerSheet(
        assessment.id(), assessment.answers().getOrDefault("pilot_trade", ""), answers);
  }

  /// The number of an answer: counts as they are, codes by their place, shares by their band.
  private int answer(Question question, Map<String, String> answers) {
    var field = question.fields().getFirst();
    String value = answers.getOrDefault(field.name(), "");
    if (value.isEmpty()) {
      return AnswerSheet.NONE;
    }
    return switch (field.kind()) {
      case COUNT -> Integer.parseInt(value);
      case CODE -> List.copyOf(rules.codes(field, Language.ENGLISH).keySet()).indexOf(value);
      case YES_NO -> value.equals("yes") ? 1 : 0;
      case SHARE -> band(number(value));
      case MONEY -> {
        double spent = 0;
        double sold = 0;
        for (var one : question.fields()) {
          double amount = number(answers.getOrDefault(one.name(), "0"));
          if (one.attribute().equals("sales_revenue")) {
            sold += amount;
          } else {
            spent += amount;
          }
        }
        yield sold > 0 ? band(100 * spent / sold) : AnswerSheet.NONE;
      }
    };
  }

  private static double number(String value) {
    return Double.parseDouble(value.replace(",", "").replace("%", "").strip());
  }

  private static int band(double share) {
    int band = 0;
    while (band < SHARES.size() && share > SHARES.get(band)) {
      band++;
    }
    return band;
  }
}
