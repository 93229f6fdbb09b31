package org.ronghe.rules.sheet;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What a firm of a trade that is about so far answers to each question, counted from the sheets
/// themselves.
///
/// How far a sheet is, as one question sees it, is the mean of its other answers and of those of
/// the question's block; sheets are put in up to ten steps of equal size by it. The answers of a
/// step count in full, those of the steps beside it by half, those of other trades by a fifth, and
/// the shares among all sheets as two sheets more, so that nothing is impossible.
final class ResponseModel {
  private static final int MOST_STEPS = 10;
  private static final int SHEETS_A_STEP = 25;
  private static final double BESIDE = 0.5;
  private static final double OTHER_TRADE = 0.2;
  private static final double PRIOR = 2;

  private final List<Question> questions;
  private final int[][] answers;
  private final int[] trades;
  private final int[][] steps;
  private final double[][][][] weights;

  ResponseModel(List<Question> questions, List<AnswerSheet> sheets) {
    this.questions = questions;
    int n = sheets.size();
    answers = new int[n][];
    trades = new int[n];
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
    int most = Math.clamp(n / SHEETS_A_STEP, 1, MOST_STEPS);
    steps = new int[questions.size()][];
    weights = new double[questions.size()][][][];
    for (int question = 0; question < questions.size(); question++) {
      steps[question] = steps(question, most);
      weights[question] = weights(question, most, known.size());
    }
  }

  int sheets() {
    return answers.length;
  }

  int answer(int sheet, int question) {
    return answers[sheet][question];
  }

  /// The step of each sheet as one question sees it.
  private int[] steps(int question, int most) {
    int n = answers.length;
    var places = new double[n];
    for (int i = 0; i < n; i++) {
      double all = mean(i, question, false);
      places[i] = (all + mean(i, question, true)) / 2;
    }
    var sorted = places.clone();
    Arrays.sort(sorted);
    var found = new int[n];
    for (int i = 0; i < n; i++) {
      int rank = Arrays.binarySearch(sorted, places[i]);
      while (rank > 0 && sorted[rank - 1] == places[i]) {
        rank--; // equal places come into one step
      }
      found[i] = Math.min(most - 1, (int) ((long) rank * most / n));
    }
    return found;
  }

  /// The mean of a sheet's other answers, each from 0 to 1; a half where there are none.
  private double mean(int sheet, int question, boolean blockOnly) {
    var block = questions.get(question).block();
    double sum = 0;
    int count = 0;
    for (int other = 0; other < questions.size(); other++) {
      boolean counts = other != question && answers[sheet][other] != AnswerSheet.NONE;
      if (counts && (!blockOnly || questions.get(other).block().equals(block))) {
        sum += answers[sheet][other] / (questions.get(other).answers() - 1.0);
        count++;
      }
    }
    return count == 0 ? 0.5 : sum / count;
  }

  /// Weighted counts by trade, step and answer.
  private double[][][] weights(int question, int most, int tradeCount) {
    int kinds = questions.get(question).answers();
    var counts = new double[tradeCount][most][kinds];
    var all = new double[most][kinds];
    var share = new double[kinds];
    int answered = 0;
    for (int i = 0; i < answers.length; i++) {
      int answer = answers[i][question];
      if (answer != AnswerSheet.NONE) {
        counts[trades[i]][steps[question][i]][answer]++;
        all[steps[question][i]][answer]++;
        share[answer]++;
        answered++;
      }
    }
    var found = new double[tradeCount][most][kinds];
    for (int trade = 0; trade < tradeCount; trade++) {
      for (int step = 0; step < most; step++) {
        for (int kind = 0; kind < kinds; kind++) {
          // One more of each, so that what nobody answered is not impossible.
          double sum = PRIOR * (share[kind] + 1) / (answered + kinds);
          for (int near = Math.max(0, step - 1); near <= Math.min(most - 1, step + 1); near++) {
            double own = counts[trade][near][kind];
            double others = all[near][kind] - own;
            sum += (near == step ? 1 : BESIDE) * (own + OTHER_TRADE * others);
          }
          found[trade][step][kind] = sum;
        }
      }
    }
    return found;
  }

  /// How probable each answer of a sheet to a question is.
  ///
  /// @param without whether the sheet itself is left out of the count
  double[] probabilities(int sheet, int question, boolean without) {
    var found = weights[question][trades[sheet]][steps[question][sheet]].clone();
    if (without && answers[sheet][question] != AnswerSheet.NONE) {
      found[answers[sheet][question]] -= 1;
    }
    double sum = 0;
    for (double weight : found) {
      sum += weight;
    }
    for (int kind = 0; kind < found.length; kind++) {
      found[kind] /= sum;
    }
    return found;
  }
}
