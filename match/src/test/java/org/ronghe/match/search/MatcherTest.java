package org.ronghe.match.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
          List.of(),
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
                List.of(),
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
  void signsAndPicturesAloneAskNothing() throws IOException {
    try (IndexView view = index.view()) {
      for (String nothing : List.of("", "!!!", "。，", "😀")) {
        var asked = MatchDocument.of("asked", DocumentKind.NEED, nothing, "");
        assertThat(engine.matcher().search(MatchQuery.of(asked, 5), view)).as(nothing).isEmpty();
      }
    }
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

  /// One splendid work among poor ones counts for less than three good ones, and everybody's best
  /// three count, however many works there are.
  @Test
  void expertsAreTakenByTheirBestThreeWorks(@TempDir Path folder) throws IOException {
    try (MatchIndex works = engine.index(folder)) {
      works.put(
          List.of(
              work("1", "锂离子电池陶瓷隔膜", "expert:li"),
              work("2", "电池隔膜的热稳定性", "expert:li"),
              work("3", "锂电池防爆隔膜涂层", "expert:li", "expert:wang"),
              work("4", "古代诗歌的韵律", "expert:li"),
              work("5", "小麦育种的田间试验", "expert:li"),
              work("6", "锂离子电池防爆隔膜", "expert:zhao", "firm:9"),
              work("7", "活性染料染色工艺", "expert:zhao"),
              work("8", "城市道路排水设计", "expert:zhao"),
              work("9", "老人语音提醒机器人", "expert:qian")));
      try (IndexView view = works.view()) {
        float[] vector = engine.encoders().chinese().vectors(List.of(NEED.whole()))[0];
        List<OwnerMatch> experts =
            engine.matcher().owners(MatchQuery.of(NEED, 3), vector, view, "expert:");
        assertThat(experts).extracting(OwnerMatch::owner).startsWith("expert:wang", "expert:li");
        OwnerMatch li = experts.get(1);
        assertThat(ids(li.works())).containsExactlyInAnyOrder("1", "2", "3");
        assertThat(li.score())
            .isEqualTo(
                li.works().stream().mapToDouble(Match::score).average().orElseThrow(),
                within(1e-9));
        assertThat(li.works()).allSatisfy(match -> assertThat(match.why()).isNotNull());
        OwnerMatch zhao =
            engine.matcher().owners(MatchQuery.of(NEED, 9), vector, view, "expert:").stream()
                .filter(expert -> expert.owner().equals("expert:zhao"))
                .findFirst()
                .orElseThrow();
        assertThat(ids(zhao.works())).startsWith("6").hasSize(3);
        assertThat(zhao.score()).isLessThan(li.score());
        assertThat(engine.matcher().owners(MatchQuery.of(NEED, 9), vector, view, "firm:"))
            .extracting(OwnerMatch::owner)
            .containsExactly("firm:9");
        assertThat(engine.matcher().owners(MatchQuery.of(NEED, 9), vector, view, "lab:")).isEmpty();
      }
    }
  }

  private static MatchDocument work(String id, String title, String... owners) {
    return new MatchDocument(
        id, DocumentKind.PAPER, List.of(owners), title, "", List.of(), List.of());
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
