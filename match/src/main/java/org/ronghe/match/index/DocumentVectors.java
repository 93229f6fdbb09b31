package org.ronghe.match.index;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ronghe.match.text.Tongue;
import org.ronghe.match.vector.Encoders;
import org.ronghe.match.vector.Vectors;

/// One vector a document: its whole text, and half as much its title (decision 0026).
public final class DocumentVectors {
  private static final float TITLE = 0.5f;

  private final Encoders encoders;
  private final int threads;

  /// @param threads threads that make vectors; of more than one, titles take one beside the texts
  public DocumentVectors(Encoders encoders, int threads) {
    this.encoders = encoders;
    this.threads = threads;
  }

  /// Unit vectors of documents, each by the model of its language, in their order.
  public List<float[]> of(List<MatchDocument> documents) {
    float[][] vectors = new float[documents.size()][];
    for (Tongue tongue : Tongue.values()) {
      List<Integer> places = new ArrayList<>();
      List<String> wholes = new ArrayList<>();
      List<String> titles = new ArrayList<>();
      List<Integer> titled = new ArrayList<>();
      for (int i = 0; i < documents.size(); i++) {
        MatchDocument document = documents.get(i);
        if (document.tongue() == tongue) {
          places.add(i);
          wholes.add(document.whole());
          if (!document.text().isBlank() && !document.title().isBlank()) {
            titled.add(i);
            titles.add(document.title());
          }
        }
      }
      Stream<List<String>> parts = Stream.of(wholes, titles);
      List<List<float[]>> vectorsOfParts =
          (threads > 1 ? parts.parallel() : parts)
              .map(texts -> encoders.vectors(tongue, texts, threads))
              .toList();
      List<float[]> whole = vectorsOfParts.getFirst();
      for (int i = 0; i < places.size(); i++) {
        vectors[places.get(i)] = whole.get(i);
      }
      List<float[]> title = vectorsOfParts.getLast();
      for (int i = 0; i < titled.size(); i++) {
        vectors[titled.get(i)] = sum(vectors[titled.get(i)], title.get(i));
      }
    }
    return List.of(vectors);
  }

  /// The vector of a text that is not a document's own, such as its translation.
  public float[] of(String text, Tongue tongue) {
    return encoders.vectors(tongue, List.of(text), 1).getFirst();
  }

  private static float[] sum(float[] whole, float[] title) {
    float[] sum = whole.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += TITLE * title[i];
    }
    return Vectors.normalized(sum);
  }
}
