package org.ronghe.match.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.text.Tongue;

/// What the index says of documents in the light of a query's words, looked up once for each: most
/// of it while the models still work out what the query means. For one thread.
final class Looked {
  private final Candidates candidates;
  private final WordScores words;
  private final Map<Integer, Found> found = new HashMap<>();

  /// @param words all words of the query, to score with
  Looked(Candidates candidates, WordScores words) {
    this.candidates = candidates;
    this.words = words;
  }

  /// Looks up those documents that have not been looked up yet.
  void look(int[] documents) throws IOException {
    int[] fresh =
        IntStream.of(documents).filter(number -> !found.containsKey(number)).sorted().toArray();
    List<String> ids = candidates.ids(fresh);
    double[] lexical = candidates.lexical(words, fresh);
    for (int i = 0; i < fresh.length; i++) {
      found.put(fresh[i], new Found(ids.get(i), lexical[i]));
    }
    for (Tongue tongue : Tongue.values()) {
      float[] @Nullable [] vectors = candidates.vectors(tongue, fresh);
      for (int i = 0; i < fresh.length; i++) {
        if (vectors[i] != null) {
          of(fresh[i]).vectors.put(tongue, vectors[i]);
        }
      }
    }
  }

  /// What was found of a document that was looked up.
  Found of(int document) {
    return Objects.requireNonNull(found.get(document));
  }

  /// A document.
  static final class Found {
    private final String id;
    private final double lexical;
    private final Map<Tongue, float[]> vectors = new HashMap<>();

    private Found(String id, double lexical) {
      this.id = id;
      this.lexical = lexical;
    }

    String id() {
      return id;
    }

    /// The score by words, 0 without any.
    double lexical() {
      return lexical;
    }

    /// Its vector if it is in this language.
    float @Nullable [] findVector(Tongue tongue) {
      return vectors.get(tongue);
    }
  }
}
