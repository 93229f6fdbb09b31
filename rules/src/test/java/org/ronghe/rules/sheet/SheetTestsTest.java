package org.ronghe.rules.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ronghe.testkit.Project;

/// How often the tests of answer sheets are wrong, and how often they find what is there. With
/// `-Dronghe.cities=200` as long as for the figures of `docs/concepts/answer-sheets.md`.
class SheetTestsTest {
  private static final int CITIES = Integer.getInteger("ronghe.cities", 8);
  private static final int FIRMS = 300;
  private static final double LEVEL = 0.05;
  private static final double[] CHANGED = {0, 0.1, 0.2, 0.3};
  private static final int RANDOM_SHEETS = 5;

  @Test
  void theChanceOfSoManyAgreementsIsExact() {
    var random = new Random(1);
    for (int round = 0; round < 200; round++) {
      int n = 1 + random.nextInt(10);
      var chances = random.doubles(n).toArray();
      int wanted = 1 + random.nextInt(n);
      double sum = 0;
      for (int set = 0; set < 1 << n; set++) {
        double chance = 1;
        for (int k = 0; k < n; k++) {
          chance *= (set >> k & 1) == 1 ? chances[k] : 1 - chances[k];
        }
        sum += Integer.bitCount(set) >= wanted ? chance : 0;
      }
      assertThat(SheetTests.atLeast(wanted, chances, n)).isCloseTo(sum, within(1e-12));
    }
  }

  @Test
  void theChanceOfSuchOddAnswersIsNeverStatedTooSmall() {
    var random = new Random(2);
    for (int round = 0; round < 100; round++) {
      List<double[]> questions = new ArrayList<>();
      for (int q = 0; q < 6; q++) {
        double a = 0.02 + random.nextDouble() * 0.5;
        double b = (1 - a) * (0.1 + 0.8 * random.nextDouble());
        questions.add(new double[] {a, b, 1 - a - b});
      }
      double likelihood = 0;
      for (var question : questions) {
        likelihood += Math.log(question[random.nextInt(3)]);
      }
      double exact = 0;
      for (int set = 0; set < 729; set++) {
        double log = 0;
        int rest = set;
        for (var question : questions) {
          log += Math.log(question[rest % 3]);
          rest /= 3;
        }
        exact += log <= likelihood + 1e-12 ? Math.exp(log) : 0;
      }
      double stated = SheetTests.atMost(likelihood, questions);
      assertThat(stated).isBetween(exact - 1e-12, 1.0);
    }
  }

  /// What was counted over all cities.
  private static final class Counted {
    int citiesWithAny;
    int honestPairs;
    int honestSheets;
    final int[] copies = new int[CHANGED.length];
    int random;
  }

  private static Counted count() {
    var counted = new Counted();
    for (int city = 1; city <= CITIES; city++) {
      var simulated = new SimulatedSheets(city);
      List<AnswerSheet> sheets = new ArrayList<>();
      for (int i = 0; i < FIRMS; i++) {
        sheets.add(simulated.honest());
      }
      var honest = new SheetTests(SimulatedSheets.QUESTIONS, sheets, LEVEL).doubts();
      counted.citiesWithAny += honest.isEmpty() ? 0 : 1;
      for (var doubt : honest) {
        switch (doubt) {
          case SheetDoubt.Copied _ -> counted.honestPairs++;
          case SheetDoubt.Erratic _ -> counted.honestSheets++;
        }
      }
      List<AnswerSheet> copies = new ArrayList<>();
      for (int k = 0; k < CHANGED.length; k++) {
        copies.add(simulated.copy(sheets.get(7 * k), CHANGED[k]));
      }
      sheets.addAll(copies);
      List<Long> random = new ArrayList<>();
      for (int k = 0; k < RANDOM_SHEETS; k++) {
        var sheet = simulated.atRandom();
        random.add(sheet.id());
        sheets.add(sheet);
      }
      for (var doubt : new SheetTests(SimulatedSheets.QUESTIONS, sheets, LEVEL).doubts()) {
        switch (doubt) {
          case SheetDoubt.Copied pair -> {
            for (int k = 0; k < CHANGED.length; k++) {
              boolean found =
                  pair.first() == sheets.get(7 * k).id() && pair.second() == copies.get(k).id();
              counted.copies[k] += found ? 1 : 0;
            }
          }
          case SheetDoubt.Erratic one -> counted.random += random.contains(one.sheet()) ? 1 : 0;
        }
      }
    }
    return counted;
  }

  private static String share(int count, int of) {
    return String.format(Locale.ROOT, "%.1f %%", 100.0 * count / of);
  }

  @Test
  void honestSheetsAreSeldomNamedAndCopiesFound() {
    var counted = count();
    System.out.printf(
        Locale.ROOT,
        "cities with any honest sheet named %s; pairs %d, sheets %d of %d; copies %s %s %s %s;"
            + " random %s%n",
        share(counted.citiesWithAny, CITIES),
        counted.honestPairs,
        counted.honestSheets,
        CITIES * FIRMS,
        share(counted.copies[0], CITIES),
        share(counted.copies[1], CITIES),
        share(counted.copies[2], CITIES),
        share(counted.copies[3], CITIES),
        share(counted.random, CITIES * RANDOM_SHEETS));
    assertThat(counted.citiesWithAny).isLessThanOrEqualTo(Math.max(2, CITIES / 8));
    assertThat(counted.copies[0]).isGreaterThanOrEqualTo(CITIES * 3 / 4);
    assertThat(counted.copies[0]).isGreaterThanOrEqualTo(counted.copies[3]);
    assertThat(counted.random).isGreaterThanOrEqualTo(CITIES * RANDOM_SHEETS * 6 / 10);
  }

  @Test
  void fewSheetsSayNothing() {
    var simulated = new SimulatedSheets(5);
    var one = simulated.honest();
    List<AnswerSheet> sheets = new ArrayList<>();
    for (int i = 0; i < SheetTests.FEWEST_SHEETS - 1; i++) {
      sheets.add(one);
    }
    assertThat(new SheetTests(SimulatedSheets.QUESTIONS, sheets, LEVEL).doubts()).isEmpty();
  }

  @Test
  void thePageExplainsTheMethodInBothLanguages() {
    for (String name : List.of("answer-sheets.md", "answer-sheets.zh.md")) {
      assertThat(Project.read(Project.root().resolve("docs/concepts").resolve(name)))
          .contains("10.3102/10769986031003283")
          .contains("-Dronghe.cities=200");
    }
  }
}
