package org.ronghe.rules.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// A city of made-up answer sheets to the questionnaire of 2024: 15 questions, 16 scenes.
///
/// Honest firms answer by another model than the tests count by: each firm has a maturity of its
/// own, a part for each block that goes beside it, and noise; each question has its own steps and
/// sharpness, and leans by trade.
final class SimulatedSheets {
  static final List<Question> QUESTIONS = questions();
  private static final int TRADES = 4;

  private final Random random;
  private final double[][] edges;
  private final double[] sharpness;
  private final double[][] leanings;
  private long next = 1;

  SimulatedSheets(long seed) {
    random = new Random(seed);
    int n = QUESTIONS.size();
    edges = new double[n][];
    sharpness = new double[n];
    leanings = new double[n][TRADES];
    for (int q = 0; q < n; q++) {
      int steps = QUESTIONS.get(q).answers() - 1;
      double middle = random.nextGaussian() * 0.6;
      edges[q] = new double[steps];
      for (int s = 0; s < steps; s++) {
        edges[q][s] = middle + 3.0 * (s + 0.5) / steps - 1.5;
      }
      sharpness[q] = 0.9 + random.nextDouble();
      for (int trade = 0; trade < TRADES; trade++) {
        leanings[q][trade] = random.nextGaussian() * 0.4;
      }
    }
  }

  private static List<Question> questions() {
    var questions = new ArrayList<Question>();
    int[] foundation = {5, 5, 5, 15, 5, 5, 5};
    int[] management = {6, 5, 6, 5};
    for (int answers : foundation) {
      questions.add(new Question("q" + (questions.size() + 1), "foundation", answers));
    }
    for (int answers : management) {
      questions.add(new Question("q" + (questions.size() + 1), "management", answers));
    }
    for (int i = 0; i < 4; i++) {
      questions.add(new Question("q" + (questions.size() + 1), "effect", 3));
    }
    for (int i = 0; i < 16; i++) {
      questions.add(new Question("scene " + (i + 1), "scenes", 5));
    }
    return questions;
  }

  AnswerSheet honest() {
    int trade = random.nextInt(TRADES);
    double maturity = random.nextGaussian();
    double[] beside = new double[4];
    for (int block = 0; block < beside.length; block++) {
      beside[block] = random.nextGaussian() * 0.5;
    }
    var answers = new ArrayList<Integer>();
    for (int q = 0; q < QUESTIONS.size(); q++) {
      int block =
          List.of("foundation", "management", "effect", "scenes").indexOf(QUESTIONS.get(q).block());
      double place = maturity + beside[block] + leanings[q][trade];
      double logistic = Math.log(1 / (1 - random.nextDouble()) - 1 + 1e-12) / (1.7 * sharpness[q]);
      int answer = 0;
      while (answer < edges[q].length && place + logistic > edges[q][answer]) {
        answer++;
      }
      answers.add(answer);
    }
    return new AnswerSheet(next++, "trade " + trade, answers);
  }

  /// A copy with some answers drawn anew by the firm itself.
  ///
  /// @param changed the share of answers that are changed
  AnswerSheet copy(AnswerSheet of, double changed) {
    var own = honest();
    var answers = new ArrayList<Integer>();
    for (int q = 0; q < QUESTIONS.size(); q++) {
      answers.add(random.nextDouble() < changed ? own.answers().get(q) : of.answers().get(q));
    }
    return new AnswerSheet(own.id(), own.trade(), answers);
  }

  AnswerSheet atRandom() {
    var answers = new ArrayList<Integer>();
    QUESTIONS.forEach(question -> answers.add(random.nextInt(question.answers())));
    return new AnswerSheet(next++, "trade " + random.nextInt(TRADES), answers);
  }
}
