package org.ronghe.match.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ronghe.match.text.Tongue;

class SentenceEncoderTest {
  @Test
  void wordPiecesAreThoseOfTheTokenizerPublishedWithTheModel() {
    WordPieces english = WordPieces.ofResource(EncoderModel.english().tokenizer());
    // [CLS] hello world ! [SEP] in the vocabulary of BERT, uncased
    assertThat(english.encode("Hello, wörld!", 512))
        .containsExactly(101, 7592, 1010, 2088, 999, 102);
    assertThat(english.encode("unaffable", 512)).containsExactly(101, 14477, 20961, 3468, 102);
    assertThat(english.encode("a b c d e f", 4)).hasSize(4);
  }

  @Test
  void textsOfTheSameMeaningAreCloserThanOthers() {
    try (Encoders encoders = Encoders.open()) {
      List<float[]> vectors =
          encoders.vectors(Tongue.CHINESE, List.of("锂电池隔膜", "锂离子电池的隔离膜材料", "小麦抗旱育种"), 1);
      assertThat(Vectors.dot(vectors.get(0), vectors.get(1)))
          .isGreaterThan(Vectors.dot(vectors.get(0), vectors.get(2)) + 0.1f);
      assertThat(Vectors.dot(vectors.get(0), vectors.get(0))).isBetween(0.9999f, 1.0001f);
    }
  }

  @Test
  void theVectorsAreTheSameForOneThreadAndForMany() {
    List<String> texts = IntStream.range(0, 600).mapToObj(i -> "achievement number " + i).toList();
    try (Encoders encoders = Encoders.open()) {
      List<float[]> one = encoders.vectors(Tongue.ENGLISH, texts, 1);
      List<float[]> many = encoders.vectors(Tongue.ENGLISH, texts, 4);
      for (int i = 0; i < texts.size(); i++) {
        assertThat(many.get(i)).as(texts.get(i)).containsExactly(one.get(i));
      }
    }
  }
}
