package org.ronghe.atlas.report;

import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.ronghe.atlas.rank.Figure;
import org.ronghe.atlas.rank.Ranking;

/// Numbers as printed: grouped by comma, a point before decimals, as both languages write them.
/// Every column has one number of decimals, so that its figures line up.
final class Figures {
  private Figures() {}

  /// Decimals of the score, as the method prints it.
  static int scoreDecimals(Ranking ranking) {
    return ranking.methodValues().stream()
        .filter(value -> value.name().equals("score.decimals"))
        .map(value -> value.value().strip())
        .filter(value -> value.matches("\\d"))
        .findFirst()
        .map(Integer::parseInt)
        .orElse(2);
  }

  /// Decimals of a metric's counts.
  static int countDecimals(Ranking ranking, int metric) {
    return decimals(ranking, metric, Figure::count);
  }

  /// Decimals of a metric's counts per million inhabitants.
  static int perMillionDecimals(Ranking ranking, int metric) {
    return decimals(ranking, metric, Figure::perMillion);
  }

  private static int decimals(Ranking ranking, int metric, ToDoubleFunction<Figure> of) {
    var numbers =
        ranking.clusters().stream()
            .mapToDouble(cluster -> of.applyAsDouble(cluster.figures().get(metric)))
            .filter(Double::isFinite)
            .toArray();
    double largest = 0;
    boolean whole = true;
    for (double number : numbers) {
      largest = Math.max(largest, number);
      whole &= number == Math.rint(number);
    }
    return whole || largest >= 1000 ? 0 : largest >= 10 ? 1 : 2;
  }

  /// A number with a fixed number of decimals; an en dash when unknown.
  static String number(double value, int decimals) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : "–";
  }

  /// A whole number.
  static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /// A size on disk, such as `1.2 MB`, with steps of a thousand.
  static String bytes(long bytes) {
    if (bytes < 1000) {
      return bytes + " B";
    }
    double rest = bytes;
    int step = -1;
    while (rest >= 999.95) {
      rest /= 1000;
      step++;
    }
    return number(rest, 1) + " " + "kMGTPE".charAt(step) + "B";
  }
}
