package org.ronghe.platform.matching.internal;

import java.util.List;
import org.ronghe.match.bridge.BilingualDictionary;
import org.ronghe.match.search.Engine;
import org.ronghe.match.vector.Encoders;
import org.ronghe.match.vector.TextEncoder;
import org.ronghe.match.vector.Vectors;

/// A fake sentence model: texts that share pairs of letters are close. Quick, and always the same.
///
/// @param id name of the model
record LetterEncoder(String id) implements TextEncoder {
  private static final int DIMENSION = 64;

  /// An engine of two such models.
  static Engine engine(String name) {
    return new Engine(
        new Encoders(new LetterEncoder(name + "-zh"), new LetterEncoder(name + "-en")),
        BilingualDictionary.load(),
        1);
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public float[][] vectors(List<String> texts) {
    return texts.stream().map(LetterEncoder::vector).toArray(float[][]::new);
  }

  private static float[] vector(String text) {
    float[] vector = new float[DIMENSION];
    for (int i = 0; i + 1 < text.length(); i++) {
      vector[Math.floorMod(31 * text.charAt(i) + text.charAt(i + 1), DIMENSION)]++;
    }
    return Vectors.normalized(vector);
  }

  @Override
  public void close() {}
}
