package org.ronghe.match.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/// A mean with the range in which it lies in 95 of 100 resamples of its queries.
///
/// @param mean over all queries that have the measure
/// @param low 2.5th percentile of the resampled means
/// @param high 97.5th percentile
/// @param queries how many queries have the measure
public record Interval(double mean, double low, double high, int queries) {
  private static final int RESAMPLES = 2000;
  private static final long SEED = 20_261_125L;

  /// Percentile bootstrap over queries (Efron 1979, DOI 10.1214/aos/1176344552), always with the
  /// same seed.
  public static Interval of(List<Double> values) {
    double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
    if (all.length == 0) {
      return new Interval(0, 0, 0, 0);
    }
    var random = new SplittableRandom(SEED);
    double[] means = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      double sum = 0;
      for (int j = 0; j < all.length; j++) {
        sum += all[random.nextInt(all.length)];
      }
      means[i] = sum / all.length;
    }
    Arrays.sort(means);
    return new Interval(
        Arrays.stream(all).average().orElse(0),
        means[(int) (RESAMPLES * 0.025)],
        means[(int) (RESAMPLES * 0.975) - 1],
        all.length);
  }
}
