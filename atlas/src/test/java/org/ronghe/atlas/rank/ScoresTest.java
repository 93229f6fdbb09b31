package org.ronghe.atlas.rank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {
  @Test
  void ranksAreMadeOnUnroundedScoresAndNearTiesAreMarked() {
    var scores = Scores.of(new double[] {6.78, 11.7, 6.84, 1.0}, List.of("b", "t", "s", "z"), 1);

    assertThat(scores.order()).containsExactly(1, 2, 0, 3);
    assertThat(scores.rank(2)).isEqualTo(2);
    assertThat(scores.rank(0)).isEqualTo(3);
    assertThat(scores.nearTie(0)).isTrue();
    assertThat(scores.nearTie(2)).isTrue();
    assertThat(scores.nearTie(1)).isFalse();
    assertThat(scores.nearTie(3)).isFalse();
  }

  @Test
  void equalScoresShareARankAndStandByName() {
    var scores = Scores.of(new double[] {2, 3, 2, 1}, List.of("Wuhan", "A", "Kyoto", "Z"), 1);

    assertThat(scores.order()).containsExactly(1, 2, 0, 3);
    assertThat(scores.rank(0)).isEqualTo(2);
    assertThat(scores.rank(2)).isEqualTo(2);
    assertThat(scores.rank(3)).isEqualTo(4);
    assertThat(scores.nearTie(0)).as("a tie is no near tie").isFalse();
  }
}
