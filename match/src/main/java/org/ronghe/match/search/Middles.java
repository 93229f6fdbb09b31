package org.ronghe.match.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ronghe.match.text.Tongue;
import org.ronghe.match.vector.TextEncoder;

/// Where texts carried over by the dictionary lie on the whole: the mean vector of a thousand
/// translated titles and abstracts, made once for each model by the test that checks it.
final class Middles {
  private Middles() {}

  /// The mean for texts carried over into a language; zeros for a model it was not made for.
  static float[] ofTranslations(Tongue into, TextEncoder encoder) {
    float[] middle = new float[encoder.dimension()];
    String name = "middle-" + into.name().toLowerCase(Locale.ROOT) + "-" + encoder.id() + ".txt";
    try (InputStream in = Middles.class.getResourceAsStream(name)) {
      if (in == null) {
        return middle;
      }
      String[] numbers =
          new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\\s+", -1);
      for (int i = 0; i < middle.length; i++) {
        middle[i] = Float.parseFloat(numbers[i]);
      }
      return middle;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
