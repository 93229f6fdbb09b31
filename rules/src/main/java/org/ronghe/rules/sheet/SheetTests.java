package org.ronghe.rules.sheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Finds sheets that agree more than chance explains, and sheets whose answers do not go together.
///
/// Copies: the number of equal answers of two independent sheets is a sum of independent events of
/// unequal probability, whose distribution is worked out exactly (van der Linden & Sotaridona 2006,
/// doi:10.3102/10769986031003283). Sheets filled in at random: the likelihood of all answers of a
/// sheet (Drasgow, Levine & Williams 1985, doi:10.1111/j.2044-8317.1985.tb00817.x), with Chernoff's
/// bound in place of a normal approximation, so that the probability stated is never too small by
/// the approximation. Both against a [ResponseModel]; both with Bonferroni's correction for all
/// pairs, or sheets, looked at. `docs/concepts/answer-sheets.md` says how often they are wrong.
public final class SheetTests {
  /// Below this, counts say nothing.
  public static final int FEWEST_SHEETS = 50;

  private static final int FEWEST_ANSWERS = 10;
  private static final int ODDEST = 5;
  private static final double MOST_TILT = 1.5;

  private final List<Question> questions;
  private final List<AnswerSheet> sheets;
  private final double level;

  /// Prepares tests.
  ///
  /// @param level how probable it may be that any honest sheet of all these is named, above 0 and
  ///   below 1; each of the two tests spends half of it
  public SheetTests(List<Question> questions, List<AnswerSheet> sheets, double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level " + level);
    }
    this.questions = List.copyOf(questions);
    this.sheets = List.copyOf(sheets);
    this.level = level;
  }

  /// What there is to look at, the least probable first. Nothing for fewer than [#FEWEST_SHEETS]
  /// sheets. Time grows with the square of the number of sheets: 1,000 take about a second.
  public List<SheetDoubt> doubts() {
    if (sheets.size() < FEWEST_SHEETS) {
      return List.of();
    }
    var model = new ResponseModel(questions, sheets);
    var doubts = new ArrayList<SheetDoubt>(copies(model));
    doubts.addAll(erratic(model));
    doubts.sort(Comparator.comparingDouble(SheetDoubt::probability));
    return doubts;
  }

  private List<SheetDoubt> copies(ResponseModel model) {
    int n = model.sheets();
    double threshold = level / 2 / (n * (n - 1.0) / 2);
    var expectations = new double[n][questions.size()][];
    for (int i = 0; i < n; i++) {
      for (int q = 0; q < questions.size(); q++) {
        expectations[i][q] = model.probabilities(i, q);
      }
    }
    var doubts = new ArrayList<SheetDoubt>();
    var chances = new double[questions.size()];
    for (int a = 0; a < n; a++) {
      for (int b = a + 1; b < n; b++) {
        int same = 0;
        int of = 0;
        double expected = 0;
        for (int q = 0; q < chances.length; q++) {
          int answer = model.answer(a, q);
          int other = model.answer(b, q);
          if (answer != AnswerSheet.NONE && other != AnswerSheet.NONE) {
            chances[of] = agreement(expectations[a][q], expectations[b][q]);
            expected += chances[of];
            of++;
            same += answer == other ? 1 : 0;
          }
        }
        if (of >= FEWEST_ANSWERS && same > expected) {
          double probability = atLeast(same, chances, of);
          if (probability < threshold) {
            doubts.add(
                new SheetDoubt.Copied(
                    sheets.get(a).id(), sheets.get(b).id(), same, of, expected, probability));
          }
        }
      }
    }
    return doubts;
  }

  private static double agreement(double[] a, double[] b) {
    double sum = 0;
    for (int kind = 0; kind < a.length; kind++) {
      sum += a[kind] * b[kind];
    }
    return sum;
  }

  /// How probable it is that at least so many of several independent events happen.
  static double atLeast(int wanted, double[] chances, int count) {
    var exactly = new double[wanted + 1]; // the last one: so many or more
    exactly[0] = 1;
    for (int event = 0; event < count; event++) {
      double chance = chances[event];
      exactly[wanted] += exactly[wanted - 1] * chance;
      for (int k = wanted - 1; k > 0; k--) {
        exactly[k] = exactly[k] * (1 - chance) + exactly[k - 1] * chance;
      }
      exactly[0] *= 1 - chance;
    }
    return exactly[wanted];
  }

  private List<SheetDoubt> erratic(ResponseModel model) {
    double threshold = level / 2 / model.sheets();
    var doubts = new ArrayList<SheetDoubt>();
    for (int i = 0; i < model.sheets(); i++) {
      int sheet = i;
      var expectations = new ArrayList<double[]>();
      var own = new ArrayList<Double>();
      var answered =
          IntStream.range(0, questions.size())
              .filter(q -> model.answer(sheet, q) != AnswerSheet.NONE)
              .boxed()
              .toList();
      double likelihood = 0;
      for (int q : answered) {
        var expectation = model.probabilities(sheet, q);
        expectations.add(expectation);
        own.add(expectation[model.answer(sheet, q)]);
        likelihood += Math.log(own.getLast());
      }
      if (answered.size() < FEWEST_ANSWERS) {
        continue;
      }
      double probability = atMost(likelihood, expectations);
      if (probability < threshold) {
        var oddest =
            IntStream.range(0, answered.size())
                .boxed()
                .sorted(Comparator.comparingDouble(own::get))
                .limit(ODDEST)
                .map(place -> questions.get(answered.get(place)).id())
                .toList();
        doubts.add(new SheetDoubt.Erratic(sheets.get(sheet).id(), oddest, probability));
      }
    }
    return doubts;
  }

  /// Chernoff's bound for how probable a likelihood (its logarithm) at most this low is: the least
  /// of `exp(t·s) · ∏ Σ p^(1−t)` over tilts `t`, whose logarithm is convex in `t`.
  static double atMost(double likelihood, List<double[]> expectations) {
    double low = 0;
    double high = MOST_TILT;
    for (int i = 0; i < 60; i++) {
      double third = (high - low) / 3;
      if (bound(low + third, likelihood, expectations)
          < bound(high - third, likelihood, expectations)) {
        high -= third;
      } else {
        low += third;
      }
    }
    return Math.min(1, Math.exp(bound((low + high) / 2, likelihood, expectations)));
  }

  private static double bound(double tilt, double likelihood, List<double[]> expectations) {
    double sum = tilt * likelihood;
    for (var expectation : expectations) {
      double part = 0;
      for (double probability : expectation) {
        part += Math.pow(probability, 1 - tilt);
      }
      sum += Math.log(part);
    }
    return sum;
  }
}
