package org.ronghe.platform.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.ronghe.match.index.IndexView;
import org.ronghe.match.search.Engine;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.matching.CatalogueTable;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.search.internal.BreakingTransactions;
import org.springframework.jdbc.core.simple.JdbcClient;

class MatchingFeedTest {
  private static final Engine ENGINE = LetterEncoder.engine("a");

  @TempDir Path folder;

  private final TestDatabase database = TestDatabase.fresh();
  private final PGSimpleDataSource owner = (PGSimpleDataSource) database.owner();
  private final JdbcClient jdbc = JdbcClient.create(owner);
  private final CatalogueTable catalogue = new CatalogueTable(owner);
  private final MatchingFeed feed = FeedProgram.feed(owner);

  @BeforeEach
  void standAlone() {
    catalogue.standAlone();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void followsTheCatalogue() throws IOException {
    catalogue.enter(1, "高安全锂电池陶瓷隔膜", "陶瓷涂覆隔膜");
    catalogue.enter(2, "面向老人的语音提醒机器人", "语音提醒");
    try (OpenIndex open = OpenIndex.open(folder, ENGINE, feed)) {
      applyAll(open);
      assertThat(first(open, "锂电池隔膜")).isEqualTo(1);
      catalogue.rename(1, "活性染料染色工艺");
      catalogue.enter(3, "锂电池防爆隔膜", "");
      applyAll(open);
      assertThat(first(open, "锂电池隔膜")).isEqualTo(3);
      assertThat(first(open, "染料染色")).isEqualTo(1);
      catalogue.remove(3);
      // Not public any more: not shown, be the index as it may.
      assertThat(ids(open, "锂电池隔膜")).doesNotContain(3L);
      applyAll(open);
      assertThat(open.index().size()).isEqualTo(2);
    }
  }

  @Test
  void isNotWokenByWhatNobodyIsMatchedBy() throws IOException {
    catalogue.enter(1, "高安全锂电池陶瓷隔膜", "");
    try (OpenIndex open = OpenIndex.open(folder, ENGINE, feed)) {
      applyAll(open);
      jdbc.sql("UPDATE catalogue_entry SET district = '洪山区', trl = 7").update();
      assertThat(feed.waiting()).isZero();
    }
  }

  @Test
  void agreesWithTheDatabaseAgainWhereverItWasStopped() throws IOException {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    var broken = new BreakingTransactions(owner, random);
    var breaking = new MatchingFeed(catalogue, new MatchingOutbox(jdbc), broken);
    OpenIndex open = OpenIndex.open(folder, ENGINE, feed);
    try {
      for (int round = 1; round <= 60; round++) {
        change(random, round);
        try {
          breaking.apply(open.index());
        } catch (BreakingTransactions.Stopped e) {
          if (random.nextInt(2) == 0) {
            open.close(); // as after kill -9: what was not committed is gone
            open = OpenIndex.open(folder, ENGINE, feed);
          }
        }
      }
      applyAll(open);
      assertThat(broken.stops()).as("seed " + seed).isPositive();
      assertThat(titles(open)).as("seed " + seed).isEqualTo(titles());
    } finally {
      open.close();
    }
  }

  /// The real thing: a process that indexes is killed again and again while the catalogue changes.
  @Test
  void agreesWithTheDatabaseAgainAfterKills(@TempDir Path made) throws Exception {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    int number = 0;
    for (int kill = 0; kill < 4; kill++) {
      Path ready = made.resolve("ready-" + kill);
      Process process = start(ready);
      for (int i = 0; i < 600 && !Files.exists(ready); i++) {
        Thread.sleep(50);
      }
      assertThat(ready).exists();
      for (int i = 0; i < 80; i++) {
        change(random, ++number);
      }
      Thread.sleep(random.nextInt(150));
      process.destroyForcibly().waitFor();
    }
    String epoch = feed.state().epoch();
    try (OpenIndex open = OpenIndex.open(folder, ENGINE, feed)) {
      applyAll(open);
      assertThat(titles(open)).as("seed " + seed).isEqualTo(titles()).isNotEmpty();
      assertThat(feed.state().epoch()).as("went on, not begun anew").isEqualTo(epoch);
    }
  }

  @Test
  void beginsAnewWhereTheDatabaseIsAnotherOrOlderOne() throws IOException {
    catalogue.enter(1, "高安全锂电池陶瓷隔膜", "");
    String epoch;
    try (OpenIndex open = OpenIndex.open(folder, ENGINE, feed)) {
      applyAll(open);
      epoch = feed.state().epoch();
    }
    try (OpenIndex open = OpenIndex.open(folder, ENGINE, feed)) {
      assertThat(feed.state().epoch()).isEqualTo(epoch);
      assertThat(open.index().size()).isEqualTo(1);
    }
    for (String restored : List.of("applied = applied + 2", "epoch = 'another'")) {
      jdbc.sql("UPDATE match_state SET " + restored).update();
      try (OpenIndex open = OpenIndex.open(folder, ENGINE, feed)) {
        assertThat(feed.state().epoch()).as(restored).isNotIn(epoch, "another");
        assertThat(feed.waiting()).as(restored).isEqualTo(1);
        applyAll(open);
        assertThat(titles(open)).as(restored).isEqualTo(titles());
      }
    }
  }

  /// With other models the old index answers by words until the new one is made.
  @Test
  void aChangeOfModelsMakesTheIndexAnew() throws Exception {
    catalogue.enter(1, "高安全锂电池陶瓷隔膜", "");
    try (OpenIndex open = OpenIndex.open(folder, ENGINE, feed)) {
      applyAll(open);
    }
    Engine fresh = LetterEncoder.engine("b");
    try (OpenIndex open = OpenIndex.open(folder, fresh, feed)) {
      assertThat(open.index().fits()).isFalse();
      assertThat(first(open, "锂电池隔膜")).isEqualTo(1);
    }
    var keeper = new MatchingKeeper(folder, feed, () -> LetterEncoder.engine("b"), new Lessons());
    keeper.start();
    try {
      catalogue.enter(2, "面向老人的语音提醒机器人", "");
      for (int i = 0; i < 300 && keeper.health().waiting() > 0; i++) {
        Thread.sleep(50);
      }
      assertThat(keeper.health().waiting()).isZero();
      assertThat(keeper.health().problem()).isEmpty();
      var answer = keeper.find(new MatchRequest("语音提醒", "", "", 5, 0));
      assertThat(answer.offers().getFirst().offer().id()).isEqualTo(2);
    } finally {
      keeper.stop();
    }
    try (OpenIndex open = OpenIndex.open(folder, fresh, feed)) {
      assertThat(open.index().fits()).isTrue();
      assertThat(titles(open)).isEqualTo(titles());
    }
  }

  /// A node without a catalogue never pays for models and dictionary.
  @Test
  void opensNothingBeforeThereIsSomethingToIndex() throws Exception {
    var opened = new AtomicInteger();
    var keeper =
        new MatchingKeeper(
            folder,
            feed,
            () -> {
              opened.incrementAndGet();
              return LetterEncoder.engine("a");
            },
            new Lessons());
    keeper.start();
    try {
      Thread.sleep(800);
      assertThat(opened).hasValue(0);
      assertThat(keeper.find(new MatchRequest("", " ", "", 5, 0)).offers()).isEmpty();
      assertThat(opened).hasValue(0);
      catalogue.enter(1, "高安全锂电池陶瓷隔膜", "");
      for (int i = 0; i < 300 && keeper.health().waiting() > 0; i++) {
        Thread.sleep(50);
      }
      assertThat(keeper.find(new MatchRequest("隔膜", "", "", 5, 0)).offers()).hasSize(1);
      assertThat(opened).hasValue(1);
    } finally {
      keeper.stop();
    }
  }

  private void change(Random random, int number) {
    if (number > 1 && random.nextInt(3) == 0) {
      long some = 1L + random.nextInt(number - 1);
      if (random.nextBoolean()) {
        catalogue.remove(some);
      } else {
        catalogue.rename(some, "另名成果第" + number + "项");
      }
    }
    catalogue.enter(number, "成果第" + number + "项", "一种方法");
  }

  private void applyAll(OpenIndex open) throws IOException {
    while (feed.apply(open.index()) > 0) {}
    assertThat(feed.waiting()).isZero();
  }

  private long first(OpenIndex open, String need) throws IOException {
    return ids(open, need).getFirst();
  }

  private List<Long> ids(OpenIndex open, String need) throws IOException {
    return open
        .find(new MatchRequest(need, "", "", 10, 0), feed, 0, Optional.empty())
        .offers()
        .stream()
        .map(found -> found.offer().id())
        .toList();
  }

  private Map<Long, String> titles() {
    var titles = new TreeMap<Long, String>();
    catalogue
        .read(catalogue.after(0, 1000))
        .forEach(offer -> titles.put(offer.id(), offer.title().zh()));
    return titles;
  }

  private static Map<Long, String> titles(OpenIndex open) throws IOException {
    var titles = new TreeMap<Long, String>();
    try (IndexView view = open.index().view()) {
      for (var leaf : view.searcher().getIndexReader().leaves()) {
        var live = leaf.reader().getLiveDocs();
        for (int i = 0; i < leaf.reader().maxDoc(); i++) {
          if (live == null || live.get(i)) {
            var document = view.document(leaf.docBase + i);
            titles.put(Long.parseLong(document.id()), document.title());
          }
        }
      }
    }
    return titles;
  }

  private Process start(Path ready) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            FeedProgram.class.getName(),
            database.settings().url(),
            database.settings().owner().user(),
            database.settings().owner().password(),
            folder.toString(),
            ready.toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
