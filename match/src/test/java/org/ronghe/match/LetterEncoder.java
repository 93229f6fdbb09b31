package org.ronghe.match;

import java.util.List;
import org.ronghe.match.vector.TextEncoder;
import org.ronghe.match.vector.Vectors;

/// A fake sentence model: texts that share pairs of letters are close. Quick, and always the same.
public record LetterEncoder(String id) implements TextEncoder {
  @Override
  public int dimension() {
    return 64;
  }

  @Override
  public float[][] vectors(List<String> texts) {
    return texts.stream().map(LetterEncoder::vector).toArray(float[][]::new);
  }

  private static float[] vector(String text) {
    float[] vector = new float[64];
    for (int i = 0; i + 1 < text.length(); i++) {
      vector[Math.floorMod(31 * text.charAt(i) + text.charAt(i + 1), 64)]++;
    }
    return Vectors.normalized(vector);
  }

  @Override
  public void close() {}
}
