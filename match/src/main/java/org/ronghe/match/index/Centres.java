package org.ronghe.match.index;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/// The mean vector of each vector field, kept as sums.
///
/// Sentence models crowd all texts into a narrow cone; seen from its middle, texts differ more. A
/// document that is replaced or removed stays in the sum: the mean of many moves by less than a
/// thousandth, and making the index anew sets it right.
final class Centres {
  private static final String KEY = "ronghe.centre.";

  private final Map<String, double[]> sums = new TreeMap<>();
  private final Map<String, Long> counts = new TreeMap<>();

  static Centres read(Map<String, String> commit) {
    var centres = new Centres();
    commit.forEach((key, value) -> {
      if (key.startsWith(KEY)) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(value));
        long count = bytes.getLong();
        double[] sum = new double[bytes.remaining() / Float.BYTES];
        for (int i = 0; i < sum.length; i++) {
          sum[i] = (double) bytes.getFloat() * count;
        }
        centres.counts.put(key.substring(KEY.length()), count);
        centres.sums.put(key.substring(KEY.length()), sum);
      }
    });
    return centres;
  }

  void write(Map<String, String> commit) {
    sums.forEach((field, sum) -> {
      ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES + sum.length * Float.BYTES);
      bytes.putLong(count(field));
      for (float x : mean(field, sum.length)) {
        bytes.putFloat(x);
      }
      commit.put(KEY + field, Base64.getEncoder().encodeToString(bytes.array()));
    });
  }

  synchronized void add(String field, float[] vector) {
    double[] sum = sums.computeIfAbsent(field, key -> new double[vector.length]);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += vector[i];
    }
    counts.merge(field, 1L, Long::sum);
  }

  /// How many vectors are in a field's mean.
  synchronized long count(String field) {
    return counts.getOrDefault(field, 0L);
  }

  /// The mean of a field, zeros if it is empty.
  synchronized float[] mean(String field, int dimension) {
    float[] mean = new float[dimension];
    double[] sum = sums.get(field);
    if (sum != null && sum.length == dimension) {
      long count = count(field);
      for (int i = 0; i < dimension; i++) {
        mean[i] = (float) (sum[i] / count);
      }
    }
    return mean;
  }
}
