package org.ronghe.platform.search.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.search.SearchHit;
import org.ronghe.platform.search.SearchRequest;
import org.ronghe.platform.search.SearchSource;
import org.ronghe.platform.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

class IndexFeedTest {
  @TempDir Path folder;

  // As the owner, whom row-level security does not bind: rights are tested elsewhere.
  private final TestDatabase database = TestDatabase.fresh();
  private final DataSource owner = owner(database);
  private final JdbcClient jdbc = JdbcClient.create(owner);
  private final List<SearchSource> sources =
      List.of(new OrganisationSource(jdbc), new PersonSource(jdbc));
  private SearchIndex index;

  @BeforeEach
  void open() throws IOException {
    index = SearchIndex.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
    database.close();
  }

  @Test
  void buildsTheIndexOfADatabaseThatIsNew() throws IOException {
    long wuhan = organisation("武汉大学", "Wuhan University");
    person("张伟", wuhan);
    assertThat(feed().isInStep()).isFalse();
    feed().build(() -> true);
    assertThat(waiting()).isZero();
    assertThat(titles("武汉大学")).containsExactly("武汉大学", "张伟");
    assertThat(titles("张伟")).containsExactly("张伟");
    reopen();
    assertThat(feed().isInStep()).isTrue();
    assertThat(titles("武汉大学")).containsExactly("武汉大学", "张伟");
  }

  @Test
  void followsEdits() throws IOException {
    feed().build(() -> true);
    long wuhan = organisation("武汉大学", "Wuhan University");
    long person = person("张伟", wuhan);
    identifier(wuhan, "ror", "033vjfk17");
    applyAll();
    assertThat(titles("033vjfk17")).containsExactly("武汉大学");
    assertThat(titles("武汉大学 张伟")).containsExactly("张伟");

    sql("UPDATE organisation SET name_zh = '江城大学', name_en = '' WHERE id = " + wuhan);
    sql("UPDATE identifier SET superseded = id, recorded = tstzrange(lower(recorded), now())");
    sql("UPDATE person SET name_zh = '张维' WHERE id = " + person);
    applyAll();
    assertThat(titles("武汉大学")).as("by its former name").containsExactly("江城大学");
    assertThat(titles("033vjfk17")).isEmpty();
    assertThat(titles("江城大学")).containsExactly("江城大学", "张维");

    sql("DELETE FROM person WHERE id = " + person);
    applyAll();
    assertThat(titles("江城大学")).containsExactly("江城大学");
  }

  @Test
  void isNotWokenByWhatNobodyCanSearchFor() {
    long wuhan = organisation("武汉大学", "Wuhan University");
    sql("DELETE FROM search_change");
    sql(
        "UPDATE organisation SET version = version + 1, homepage = 'https://whu.edu.cn' WHERE id = "
            + wuhan);
    assertThat(waiting()).isZero();
  }

  @Test
  void findsAMergedOrganisationAsTheOneItBecame() throws IOException {
    long survivor = organisation("武汉大学", "Wuhan University");
    long merged = organisation("武汉测绘科技大学", "");
    long earlier = organisation("武汉测量制图学院", "");
    identifier(merged, "ror", "0aaaaaa11");
    feed().build(() -> true);
    long first = merge(earlier, merged);
    long second = merge(merged, survivor);
    applyAll();
    for (String text : List.of("测绘科技", "0aaaaaa11", "测量制图学院")) {
      assertThat(ids(text)).as(text).containsExactly(survivor);
    }
    assertThat(index.size()).isEqualTo(1);

    sql("UPDATE organisation SET name_zh = '武汉测绘大学' WHERE id = " + merged);
    applyAll();
    assertThat(ids("测绘大学")).containsExactly(survivor);

    sql(
        "UPDATE merge SET in_force = tstzrange(lower(in_force), now()), undo_reason = 'wrong' WHERE"
            + " id = "
            + second);
    applyAll();
    assertThat(ids("武汉测绘大学")).first().isEqualTo(merged);
    assertThat(ids("测量制图学院")).containsExactly(merged);
    sql(
        "UPDATE merge SET in_force = tstzrange(lower(in_force), now()), undo_reason = 'wrong' WHERE"
            + " id = "
            + first);
    applyAll();
    assertThat(ids("测量制图学院")).containsExactly(earlier);
    assertThat(index.size()).isEqualTo(3);
  }

  @Test
  void missesNoChangeOfATransactionThatCommitsLate() throws Exception {
    feed().build(() -> true);
    long wuhan = organisation("武汉大学", "");
    applyAll();
    try (Connection slow = owner.getConnection();
        var statement = slow.createStatement()) {
      slow.setAutoCommit(false);
      statement.execute("UPDATE organisation SET name_zh = '江城大学' WHERE id = " + wuhan);
      organisation("重庆大学", "");
      applyAll();
      assertThat(titles("重庆大学")).first().isEqualTo("重庆大学");
      assertThat(titles("江城大学")).doesNotContain("江城大学");
      slow.commit();
    }
    applyAll();
    assertThat(titles("江城大学")).first().isEqualTo("江城大学");
  }

  @Test
  void agreesWithTheDatabaseAgainWhereverItWasStopped() throws IOException {
    long seed = new Random().nextLong();
    var random = new Random(seed);
    feed().build(() -> true);
    var broken = new BreakingTransactions(owner, random);
    for (int round = 0; round < 40; round++) {
      organisation("大学" + round, "");
      if (random.nextBoolean()) {
        sql(
            "UPDATE organisation SET name_en = 'Renamed "
                + round
                + "' WHERE id = (SELECT min(id) FROM organisation)");
      }
      try {
        var feed = new IndexFeed(index, sources, new SearchOutbox(jdbc), broken);
        if (feed.isInStep()) {
          feed.apply();
        } else {
          feed.build(() -> random.nextInt(4) > 0);
        }
      } catch (IOException | BreakingTransactions.Stopped e) {
        assertThat(e).as("seed " + seed).isNotNull();
      }
      if (random.nextInt(3) == 0) {
        reopen(); // as after kill -9: what was not committed is gone
      }
    }
    reopen();
    if (!feed().isInStep()) {
      feed().build(() -> true);
    }
    applyAll();
    assertThat(broken.stops()).as("seed " + seed).isPositive();
    assertThat(index.size()).as("seed " + seed).isEqualTo(40);
    assertThat(waiting()).as("seed " + seed).isZero();
    for (int round = 0; round < 40; round++) {
      assertThat(titles("大学" + round))
          .as("seed " + seed + ", round " + round)
          .contains("大学" + round);
    }
    String newest =
        jdbc.sql("SELECT name_en FROM organisation WHERE name_en <> ''")
            .query(String.class)
            .single();
    assertThat(titles(newest)).as("seed " + seed).containsExactly("大学0");
  }

  @Test
  void rebuildsWhereTheDatabaseIsAnotherOrOlderOne() throws IOException {
    feed().build(() -> true);
    organisation("武汉大学", "");
    applyAll();
    reopen();
    assertThat(feed().isInStep()).isTrue();

    sql("UPDATE search_state SET applied = applied - 2");
    assertThat(feed().isInStep()).as("a backup of before").isFalse();
    sql("UPDATE search_state SET applied = applied + 5");
    assertThat(feed().isInStep()).as("a copy of the index of before").isFalse();
    sql("UPDATE search_state SET applied = applied - 3");
    assertThat(feed().isInStep()).isTrue();
    sql("UPDATE search_state SET epoch = 'another'");
    assertThat(feed().isInStep()).isFalse();
  }

  @Test
  void keepsTheOldIndexWhereBuildingIsGivenUp() throws IOException {
    organisation("武汉大学", "");
    feed().build(() -> true);
    organisation("重庆大学", "");
    assertThatThrownBy(() -> feed().build(() -> false)).isInstanceOf(IOException.class);
    assertThat(titles("武汉大学")).containsExactly("武汉大学");
    reopen();
    assertThat(feed().isInStep()).isTrue();
    assertThat(titles("武汉大学")).containsExactly("武汉大学");
    applyAll();
    assertThat(titles("重庆大学")).first().isEqualTo("重庆大学");
  }

  private IndexFeed feed() {
    return new IndexFeed(index, sources, new SearchOutbox(jdbc), new JdbcTransactionManager(owner));
  }

  private void applyAll() throws IOException {
    IndexFeed feed = feed();
    while (feed.apply() > 0) {}
  }

  private static DataSource owner(TestDatabase database) {
    var source = (PGSimpleDataSource) database.owner();
    source.setCurrentSchema("ronghe");
    return source;
  }

  private void reopen() throws IOException {
    index.close();
    index = SearchIndex.open(folder);
  }

  private List<String> titles(String text) throws IOException {
    return find(text).stream().map(hit -> hit.title(Language.CHINESE).text()).toList();
  }

  private List<Long> ids(String text) throws IOException {
    return find(text).stream().map(SearchHit::id).toList();
  }

  private List<SearchHit> find(String text) throws IOException {
    return index.find(new SearchRequest(text, Set.of(), 0, 50, SearchWorld.EVERYONE)).hits();
  }

  private int waiting() {
    return jdbc.sql("SELECT count(*) FROM search_change").query(Integer.class).single();
  }

  private long organisation(String chinese, String english) {
    long id = subject("organisation");
    jdbc.sql("INSERT INTO organisation (id, name_zh, name_en, kind) VALUES (?, ?, ?, 'university')")
        .params(id, chinese, english)
        .update();
    return id;
  }

  private long person(String name, long organisation) {
    long id = subject("person");
    jdbc.sql("INSERT INTO person (id, name_zh, kind, organisation) VALUES (?, ?, 'researcher', ?)")
        .params(id, name, organisation)
        .update();
    return id;
  }

  private long subject(String kind) {
    return jdbc.sql(
            """
            INSERT INTO subject (id, kind, owner) OVERRIDING SYSTEM VALUE
            SELECT n, ?, n FROM nextval(pg_get_serial_sequence('ronghe.subject', 'id')) AS n RETURNING id\
            """)
        .param(kind)
        .query(Long.class)
        .single();
  }

  private void identifier(long subject, String scheme, String value) {
    jdbc.sql("INSERT INTO identifier (subject, scheme, value) VALUES (?, ?, ?)")
        .params(subject, scheme, value)
        .update();
  }

  private long merge(long merged, long survivor) {
    return jdbc.sql(
            """
            INSERT INTO merge (merged, survivor, reason, proposed_by, decided_by, decision, decided, in_force)
            VALUES (?, ?, 'the same', 1, 2, 'accepted', now(), tstzrange(now() - interval '1 hour', NULL)) RETURNING id\
            """)
        .params(merged, survivor)
        .query(Long.class)
        .single();
  }

  private void sql(String sql) {
    jdbc.sql(sql).update();
  }
}
