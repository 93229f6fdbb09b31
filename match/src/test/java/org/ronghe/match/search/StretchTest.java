package org.ronghe.match.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronghe.match.text.Term;

class StretchTest {
  /// The stretches that pairs of characters at these places make.
  private static List<String> stretches(String text, int... pairs) {
    var terms = new ArrayList<Term>();
    for (int at : pairs) {
      terms.add(new Term(text.substring(at, at + 2), at, at + 2));
    }
    return Stretch.of(text, terms, _ -> true, Map.of()).stream()
        .map(stretch -> text.substring(stretch.from(), stretch.to()))
        .toList();
  }

  @Test
  void pairsThatTouchAreOne() {
    assertThat(stretches("高孔隙率", 0, 1, 2)).containsExactly("高孔隙率");
  }

  @Test
  void aParticleIsNoPartOfWhatIsShared() {
    assertThat(stretches("锂电池的隔膜", 3, 4)).containsExactly("隔膜");
    assertThat(stretches("锂电池的隔膜", 0, 1, 2)).containsExactly("锂电池");
    assertThat(stretches("锂电池的隔膜", 1, 2, 3, 4)).containsExactly("电池的隔膜");
  }

  @Test
  void onePieceOfAWordBesideAParticleIsNothing() {
    assertThat(stretches("新的膜", 1)).isEmpty();
  }

  @Test
  void aPurposeKeepsItsEnd() {
    assertThat(stretches("主要目的", 0, 1, 2)).containsExactly("主要目的");
  }
}
