package org.ronghe.match.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.text.Tongue;

/// What speaks for each of some documents, all held against each other (decision 0026).
final class Scores {
  private final int[] documents;
  private final List<Looked.Found> found;
  private final double mostWords;
  private final double[] lexical;
  private final double[] lexicalStandard;
  private final double[] semantic;
  private final double[] neighbours;
  private final double[] cosines;
  private final boolean[] translated;
  private final float[] @Nullable [] seen;

  /// @param documents Lucene numbers, ascending
  Scores(Asked asked, int[] documents) throws IOException {
    this.documents = documents;
    asked.looked().look(documents);
    this.found = IntStream.of(documents).mapToObj(asked.looked()::of).toList();
    this.mostWords = asked.mostWords();
    this.lexical = found.stream().mapToDouble(Looked.Found::lexical).toArray();
    // One word in common says more than the tenth: without the root, a few texts full of the need's
    // words would leave no differences among the rest.
    this.lexicalStandard = Fusion.standard(Arrays.stream(lexical).map(Math::sqrt).toArray());
    this.semantic = new double[documents.length];
    this.cosines = new double[documents.length];
    this.translated = new boolean[documents.length];
    this.seen = new float[documents.length][];
    for (var entry : asked.meanings().entrySet()) {
      place(entry.getValue(), entry.getKey(), entry.getKey() != asked.tongue());
    }
    double[] both = new double[documents.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = lexicalStandard[i] + semantic[i];
    }
    this.neighbours = Fusion.neighbours(both, seen);
  }

  /// Puts the closeness of the documents of one language in its place, in standard deviations among
  /// those.
  private void place(Meaning meaning, Tongue tongue, boolean isTranslated) {
    var places = new ArrayList<Integer>();
    for (int i = 0; i < documents.length; i++) {
      float[] vector = found.get(i).findVector(tongue);
      if (vector != null) {
        float[] from = meaning.seen(vector);
        seen[i] = from;
        cosines[i] = meaning.cosine(from);
        translated[i] = isTranslated;
        places.add(i);
      }
    }
    double[] standard = Fusion.standard(places.stream().mapToDouble(i -> cosines[i]).toArray());
    for (int i = 0; i < standard.length; i++) {
      semantic[places.get(i)] = standard[i];
    }
  }

  /// Places of the best, the best first; of equal scores the smaller id first.
  List<Integer> best(int most) {
    return IntStream.range(0, documents.length)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> -score(i))
                .thenComparing(i -> found.get(i).id()))
        .limit(most)
        .toList();
  }

  /// The Lucene number at a place.
  int document(int place) {
    return documents[place];
  }

  double score(int place) {
    return lexicalStandard[place] + semantic[place] + neighbours[place];
  }

  Evidence evidence(int place) {
    return new Evidence(
        lexicalStandard[place],
        semantic[place],
        neighbours[place],
        mostWords > 0 ? Math.min(1, lexical[place] / mostWords) : 0,
        cosines[place],
        translated[place]);
  }
}
