package org.ronghe.match.vector;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ronghe.match.text.Tongue;

/// The sentence models, one for each language. Opening both takes a second and 150 MB.
///
/// @param chinese for texts that are mostly Chinese
/// @param english for all others
public record Encoders(TextEncoder chinese, TextEncoder english) implements AutoCloseable {
  /// Texts in a chunk: chunks are cut by place in the list and not by thread, so that a list gives
  /// the same vectors for any number of threads.
  private static final int CHUNK = 256;

  /// The models that come along.
  public static Encoders open() {
    return new Encoders(
        SentenceEncoder.open(EncoderModel.chinese()), SentenceEncoder.open(EncoderModel.english()));
  }

  /// The model for texts of a language.
  public TextEncoder of(Tongue tongue) {
    return switch (tongue) {
      case CHINESE -> chinese;
      case ENGLISH -> english;
    };
  }

  /// Unit vectors of texts of one language, in their order.
  public List<float[]> vectors(Tongue tongue, List<String> texts, int threads) {
    var encoder = of(tongue);
    var chunks = new ArrayList<List<String>>();
    for (int from = 0; from < texts.size(); from += CHUNK) {
      chunks.add(texts.subList(from, Math.min(texts.size(), from + CHUNK)));
    }
    IntStream numbers = IntStream.range(0, chunks.size());
    return (threads > 1 ? numbers.parallel() : numbers)
        .mapToObj(i -> encoder.vectors(chunks.get(i))).toList().stream()
            .flatMap(java.util.Arrays::stream)
            .toList();
  }

  @Override
  public void close() {
    chinese.close();
    english.close();
  }
}
