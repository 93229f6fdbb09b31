package org.ronghe.match.vector;

import org.apache.lucene.util.VectorUtil;

/// Arithmetic of vectors.
public final class Vectors {
  private Vectors() {}

  /// Scales a vector to length 1 in its place; a zero vector stays.
  public static float[] normalized(float[] vector) {
    double sum = 0;
    for (float x : vector) {
      sum += (double) x * x;
    }
    if (sum > 0) {
      float scale = (float) (1 / Math.sqrt(sum));
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= scale;
      }
    }
    return vector;
  }

  /// The sum of products; of unit vectors the cosine.
  public static float dot(float[] a, float[] b) {
    return VectorUtil.dotProduct(a, b);
  }
}
