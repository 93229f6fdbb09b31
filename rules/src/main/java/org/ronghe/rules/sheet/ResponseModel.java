package org.ronghe.rules.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a firm that is about so far, of such a trade, answers to each question, as the sheets
/// themselves show.
///
/// For each question a regression by the partial credit model (Masters 1982,
/// doi:10.1007/BF02296272): the odds of an answer over the one below it grow with how far the firm
/// is in its other answers, in those of the same block, and by its trade. Beyond the sheets there
/// are it goes on smoothly, so that two of the best firms may agree in everything.
final class ResponseModel {
  private final List<Question> questions;
  private final int[][] answers;
  private final CreditRegression[] regressions;
  private final double[][][] features;

  ResponseModel(List<Question> questions, List<AnswerSheet> sheets) {
    this.questions = questions;
    int n = sheets.size();
    answers = new int[n][];
    var trades = new int[n];
    Map<String, Integer> known = new HashMap<>();
    for (int i = 0; i < n; i++) {
      var sheet = sheets.get(i);
      if (sheet.answers().size() != questions.size()) {
        throw new IllegalArgumentException(
            sheet.id() + " has " + sheet.answers().size() + " answers");
      }
      answers[i] = sheet.answers().stream().mapToInt(answer -> answer).toArray();
      trades[i] = known.computeIfAbsent(sheet.trade(), _ -> known.size());
    }
    regressions = new CreditRegression[questions.size()];
    features = new double[questions.size()][n][];
    for (int question = 0; question < questions.size(); question++) {
      var own = new int[n];
      for (int i = 0; i < n; i++) {
        own[i] = answers[i][question];
        var feature = new double[2 + known.size()];
        feature[0] = place(i, question, false);
        feature[1] = place(i, question, true);
        feature[2 + trades[i]] = 1;
        features[question][i] = feature;
      }
      regressions[question] =
          CreditRegression.fit(questions.get(question).answers(), own, features[question]);
    }
  }

  int sheets() {
    return answers.length;
  }

  int answer(int sheet, int question) {
    return answers[sheet][question];
  }

  /// How far a sheet is by its other answers: the logarithm of the odds of the steps taken.
  private double place(int sheet, int question, boolean blockOnly) {
    var block = questions.get(question).block();
    double taken = 0.5;
    double left = 0.5;
    for (int other = 0; other < questions.size(); other++) {
      boolean counts = other != question && answers[sheet][other] != AnswerSheet.NONE;
      if (counts && (!blockOnly || questions.get(other).block().equals(block))) {
        double share = answers[sheet][other] / (questions.get(other).answers() - 1.0);
        taken += share;
        left += 1 - share;
      }
    }
    return Math.log(taken / left);
  }

  /// How probable each answer of a sheet to a question is.
  double[] probabilities(int sheet, int question) {
    return regressions[question].probabilities(features[question][sheet]);
  }
}
