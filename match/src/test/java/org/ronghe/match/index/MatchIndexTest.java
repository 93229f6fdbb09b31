package org.ronghe.match.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.match.LetterEncoder;
import org.ronghe.match.vector.Encoders;
import org.ronghe.match.vector.Vectors;

class MatchIndexTest {
  @TempDir Path folder;

  @Test
  void whatWasNotCommittedIsGoneAfterAStopAndThePositionSaysFromWhereToGoOn() throws IOException {
    try (var encoders = encoders("a")) {
      MatchIndex index = MatchIndex.open(folder, encoders, 1);
      index.put(documents(0, 10));
      index.commit("10");
      index.put(documents(10, 20));
      assertThat(index.size()).isEqualTo(20);
      index.close(); // without a commit, as a kill would leave it
      try (MatchIndex again = MatchIndex.open(folder, encoders, 1)) {
        assertThat(again.position()).isEqualTo("10");
        assertThat(again.size()).isEqualTo(10);
        again.put(documents(5, 20));
        again.commit("20");
        assertThat(again.size()).isEqualTo(20);
      }
    }
  }

  @Test
  void aChangeIsVisibleAtOnceAndADeletedDocumentGone() throws IOException {
    try (var encoders = encoders("a");
        MatchIndex index = MatchIndex.open(folder, encoders, 1)) {
      index.put(documents(0, 3));
      index.put(List.of(MatchDocument.of("1", DocumentKind.PAPER, "超导材料", "")));
      index.delete("2");
      try (IndexView view = index.view()) {
        assertThat(index.size()).isEqualTo(2);
        assertThat(view.documentsWith("超导", DocumentKind.Side.OFFER)).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void scatteredDocumentsAreBroughtTogetherForGood(boolean wait)
      throws IOException, InterruptedException {
    try (var encoders = encoders("a")) {
      try (MatchIndex index = MatchIndex.open(folder, encoders, 1)) {
        for (int from = 0; from < 30; from += 10) {
          index.put(documents(from, from + 10));
        }
        index.commit("30");
        assertThat(segments(index)).isEqualTo(3);
        index.settle(wait);
        for (int i = 0; !wait && segments(index) > 1 && i < 300; i++) {
          Thread.sleep(100);
          index.settle(false);
        }
        assertThat(segments(index)).isEqualTo(1);
        index.put(documents(30, 31));
        index.settle(wait);
        assertThat(segments(index)).as("one more is no reason").isEqualTo(2);
      }
      try (MatchIndex again = MatchIndex.open(folder, encoders, 1)) {
        assertThat(segments(again)).isEqualTo(2);
        assertThat(again.size()).isEqualTo(31);
        assertThat(again.position()).isEqualTo("30");
      }
    }
  }

  private static int segments(MatchIndex index) throws IOException {
    try (IndexView view = index.view()) {
      return view.searcher().getIndexReader().leaves().size();
    }
  }

  @Test
  void theVectorOfADocumentIsThatOfItsLatestText() throws IOException {
    try (var encoders = encoders("a");
        MatchIndex index = MatchIndex.open(folder, encoders, 1)) {
      index.put(documents(0, 3));
      index.commit("3");
      var replaced = MatchDocument.of("1", DocumentKind.PAPER, "高温超导材料的低成本制备方法", "");
      index.put(List.of(replaced));
      float[] wanted = encoders.chinese().vectors(List.of("高温超导材料的低成本制备方法"))[0];
      try (IndexView view = index.view()) {
        float[] found = view.findVector(replaced).orElseThrow();
        assertThat(Vectors.dot(found, wanted)).isGreaterThan(0.99f);
        assertThat(view.findVector(MatchDocument.of("none", DocumentKind.PAPER, "超导", "")))
            .isEmpty();
      }
    }
  }

  @Test
  void anIndexOfOtherModelsAnswersByWordsUntilItIsRenewed() throws IOException {
    try (var old = encoders("a");
        MatchIndex index = MatchIndex.open(folder, old, 1)) {
      index.put(documents(0, 10));
      index.commit("10");
    }
    try (var fresh = encoders("b");
        MatchIndex index = MatchIndex.open(folder, fresh, 1)) {
      assertThat(index.fits()).isFalse();
      try (IndexView before = index.view()) {
        assertThat(before.vectorsFit()).isFalse();
        index.renew();
        assertThat(index.fits()).isTrue();
        assertThat(before.documents(DocumentKind.Side.OFFER)).isEqualTo(10);
      }
      try (IndexView after = index.view()) {
        assertThat(after.vectorsFit()).isTrue();
        assertThat(after.documents(DocumentKind.Side.OFFER)).isEqualTo(10);
      }
    }
    try (var fresh = encoders("b");
        MatchIndex index = MatchIndex.open(folder, fresh, 1)) {
      assertThat(index.fits()).isTrue();
      assertThat(index.position()).isEqualTo("10");
      assertThat(index.size()).isEqualTo(10);
    }
  }

  private static Encoders encoders(String name) {
    return new Encoders(new LetterEncoder(name + "-zh"), new LetterEncoder(name + "-en"));
  }

  private static List<MatchDocument> documents(int from, int to) {
    return IntStream.range(from, to)
        .mapToObj(i ->
            MatchDocument.of(Integer.toString(i), DocumentKind.ACHIEVEMENT, "成果" + i, "一种方法 " + i))
        .toList();
  }
}
