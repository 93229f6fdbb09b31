package org.ronghe.match.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.index.MatchDocument;
import org.ronghe.match.index.MatchIndex;
import org.ronghe.match.quantity.Check;

/// With the models that come along.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MatcherTest {
  private static final MatchDocument NEED =
      new MatchDocument(
          "need",
          DocumentKind.NEED,
          "",
          "锂离子电池防爆隔膜",
          "需要一种耐高温的电池隔膜，厚度不超过20微米，孔隙率≥45%。",
          List.of(),
          List.of("H01M"));

  @SuppressWarnings("NullAway.Init") // opened before all tests
  private Engine engine;

  @SuppressWarnings("NullAway.Init") // opened before all tests
  private MatchIndex index;

  @BeforeAll
  void fill(@TempDir Path folder) throws IOException {
    engine = Engine.open(2);
    index = engine.index(folder);
    index.put(
        List.of(
            new MatchDocument(
                "separator",
                DocumentKind.ACHIEVEMENT,
                "",
                "高安全锂电池陶瓷隔膜",
                "本成果研制的陶瓷涂覆隔膜厚度为16微米，孔隙率40%，180℃下不收缩。",
                List.of(),
                List.of("H01M50/40")),
            MatchDocument.of("robot", DocumentKind.ACHIEVEMENT, "智能提醒机器人", "面向老人的语音提醒。"),
            MatchDocument.of("dye", DocumentKind.PATENT, "一种活性染料", "用于棉织物染色，固色率高。"),
            MatchDocument.of(
                "english",
                DocumentKind.PAPER,
                "Thermally stable battery separators",
                "Separators for lithium-ion batteries that do not shrink at high temperature."),
            MatchDocument.of(
                "wheat",
                DocumentKind.PAPER,
                "Wheat yield under drought",
                "Field trials of wheat.")));
    index.commit("all");
  }

  @AfterAll
  void close() throws IOException {
    index.close();
    engine.close();
  }

  @Test
  void findsTheAnswerInBothLanguages() throws IOException {
    assertThat(ids(search(MatchQuery.of(NEED, 5))).subList(0, 2))
        .containsExactlyInAnyOrder("separator", "english");
  }

  @Test
  void saysWhy() throws IOException {
    Match match = find("separator");
    Why why = Objects.requireNonNull(match.why());
    assertThat(why.terms()).anySatisfy(term -> assertThat(term).contains("隔膜"));
    assertThat(why.answered().marked("[", "]")).contains("[");
    assertThat(why.codes()).containsExactly("H01M");
    assertThat(why.checks())
        .extracting(Check::verdict)
        .containsExactly(Check.Verdict.MET, Check.Verdict.NOT_MET);
    assertThat(why.missing()).anySatisfy(phrase -> assertThat(phrase).contains("防爆"));
  }

  @Test
  void showsMatchedWordsOfTheOtherLanguageInBoth() throws IOException {
    Match match = find("english");
    assertThat(match.evidence().translated()).isTrue();
    assertThat(Objects.requireNonNull(match.why()).terms())
        .anySatisfy(term -> assertThat(term).contains("电池 ↔ batter"));
    assertThat(Objects.requireNonNull(match.why()).missing())
        .noneSatisfy(phrase -> assertThat(phrase).contains("电池"));
  }

  @Test
  void keepsToTheKindsAndIdsThatAreWanted() throws IOException {
    assertThat(ids(search(new MatchQuery(NEED, Set.of(DocumentKind.PATENT), Set.of(), 5, false))))
        .containsExactly("dye");
    assertThat(ids(search(new MatchQuery(NEED, Set.of(), Set.of("robot", "absent"), 5, false))))
        .containsExactly("robot");
  }

  @Test
  void anOfferAsksForNeeds() throws IOException {
    var offer = MatchDocument.of("offer", DocumentKind.ACHIEVEMENT, "陶瓷隔膜", "锂电池用。");
    assertThat(search(MatchQuery.of(offer, 5))).isEmpty();
    index.put(List.of(NEED));
    assertThat(ids(search(MatchQuery.of(offer, 5)))).containsExactly("need");
    index.delete("need");
  }

  @Test
  void theSameQuestionHasTheSameAnswer() throws IOException {
    assertThat(search(MatchQuery.of(NEED, 5))).isEqualTo(search(MatchQuery.of(NEED, 5)));
  }

  private Match find(String id) throws IOException {
    return search(MatchQuery.of(NEED, 5)).stream()
        .filter(match -> match.document().id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private List<Match> search(MatchQuery query) throws IOException {
    try (IndexView view = index.view()) {
      return engine.matcher().search(query, view);
    }
  }

  private static List<String> ids(List<Match> matches) {
    var ids = new ArrayList<String>();
    matches.forEach(match -> ids.add(match.document().id()));
    return ids;
  }
}
