package org.ronghe.match.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.source.Judgement;

class MeasuresTest {
  @Test
  void ndcgIsWhatTheFormulaSays() {
    // Gains 1, 7, 3 in this order: (1 + 7/log2(3) + 3/2) over (7 + 3/log2(3) + 1/2).
    double reached = 1 + 7 / (Math.log(3) / Math.log(2)) + 1.5;
    double ideal = 7 + 3 / (Math.log(3) / Math.log(2)) + 0.5;
    assertThat(
            Measures.ndcg(List.of("a", "b", "c"), Map.of("a", 2, "b", 4, "c", 3), Gain.LEVEL, 10)
                .orElseThrow())
        .isEqualTo(reached / ideal, within(1e-12));
  }

  @Test
  void ndcgOfAQueryWithoutAnyGainIsNone() {
    assertThat(Measures.ndcg(List.of("a"), Map.of("a", 1), Gain.LEVEL, 10)).isEmpty();
  }

  @Test
  void recallAndReciprocalRankLookAtPlaces() {
    List<String> ranked = List.of("a", "b", "c", "d");
    assertThat(Measures.recall(ranked, Set.of("b", "x"), 2)).hasValue(0.5);
    assertThat(Measures.reciprocalRank(ranked, Set.of("c"))).hasValue(1.0 / 3);
    assertThat(Measures.reciprocalRank(ranked, Set.of("x"))).hasValue(0);
  }

  @Test
  void spearmanGivesTiesTheirMeanRank() {
    // R: cor(c(1,2,3,4), c(1,2,2,3), method = "spearman")
    assertThat(
            Measures.spearman(new double[] {1, 2, 3, 4}, new double[] {1, 2, 2, 3}).orElseThrow())
        .isEqualTo(0.9486832980505138, within(1e-12));
  }

  @Test
  void judgementsByPlaceAreRecognised() {
    var queries =
        List.of(
            MatchDocument.of("001", DocumentKind.NEED, "one", ""),
            MatchDocument.of("004", DocumentKind.NEED, "two", ""));
    var byPlace = List.of(new Judgement("1", "d", 1), new Judgement("2", "d", 1));
    assertThat(QueryNames.AUTO.resolve(queries, byPlace)).containsKeys("1", "2");
    var byNumber = List.of(new Judgement("4", "d", 1));
    assertThat(QueryNames.AUTO.resolve(queries, byNumber)).containsKey("4");
  }
}
