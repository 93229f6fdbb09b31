package org.ronghe.benchmarks;

import java.util.List;
import java.util.SplittableRandom;
import org.ronghe.match.vector.TextEncoder;
import org.ronghe.match.vector.Vectors;

/// Vectors that cost nothing: of two vectors of real abstracts, drawn by the text's hash, a
/// weighted sum and a little noise. They crowd as the model's do; a million real ones would take
/// hours.
///
/// @param real what is recombined
/// @param id name of the model they stand for
record MadeUpVectors(List<float[]> real, String id) implements TextEncoder {
  private static final double NOISE = 0.02;

  @Override
  public int dimension() {
    return real.getFirst().length;
  }

  @Override
  public float[][] vectors(List<String> texts) {
    return texts.stream().map(this::vector).toArray(float[][]::new);
  }

  private float[] vector(String text) {
    var random = new SplittableRandom(text.hashCode());
    float[] one = real.get(random.nextInt(real.size()));
    float[] other = real.get(random.nextInt(real.size()));
    float share = random.nextFloat() / 2;
    float[] vector = new float[one.length];
    for (int i = 0; i < vector.length; i++) {
      float noise = (float) (NOISE * (random.nextDouble() - 0.5));
      vector[i] = (1 - share) * one[i] + share * other[i] + noise;
    }
    return Vectors.normalized(vector);
  }

  @Override
  public void close() {}
}
