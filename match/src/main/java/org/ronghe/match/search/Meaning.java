package org.ronghe.match.search;

import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.text.Tongue;
import org.ronghe.match.vector.Vectors;

/// What an asking document means, as seen from the middle of the texts it is compared with.
///
/// Product of two vectors a and q from the middle m: (a − m)·(q − c) for the asker's own middle c,
/// divided by the lengths of both.
final class Meaning {
  private final float[] middle;
  private final float[] asked;

  private Meaning(float[] middle, float[] asked) {
    this.middle = middle;
    this.asked = asked;
  }

  /// @param askedMiddle the middle of texts like the asking one
  static Meaning of(
      float[] vector, Tongue tongue, DocumentKind.Side side, IndexView view, float[] askedMiddle) {
    float[] middle = view.centre(side, tongue, vector.length);
    float[] asked = new float[vector.length];
    for (int i = 0; i < asked.length; i++) {
      asked[i] = vector[i] - askedMiddle[i];
    }
    return new Meaning(middle, Vectors.normalized(asked));
  }

  /// The direction to look in: order by product with it is nearly the order by closeness.
  float[] direction() {
    return asked;
  }

  /// A candidate's vector from the middle, of length 1.
  float[] seen(float[] vector) {
    float[] seen = new float[vector.length];
    for (int i = 0; i < seen.length; i++) {
      seen[i] = vector[i] - middle[i];
    }
    return Vectors.normalized(seen);
  }

  /// How close a candidate is, −1 to 1.
  float cosine(float[] seen) {
    return Vectors.dot(asked, seen);
  }
}
