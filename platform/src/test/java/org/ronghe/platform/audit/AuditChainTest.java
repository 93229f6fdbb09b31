package org.ronghe.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.audit.AuditChain.Break;
import org.ronghe.platform.audit.AuditChain.Broken;
import org.ronghe.platform.audit.AuditChain.Noted;
import org.ronghe.platform.audit.AuditChain.Whole;

class AuditChainTest {
  private final TestDatabase database = TestDatabase.fresh();

  @BeforeEach
  void anAuditedTable() throws SQLException {
    owner(
        "CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text, secret"
            + " text)",
        "CALL audit_table('note', 'id', 'secret')");
  }

  @Test
  void everyChangeLeavesAnEntryWithBeforeAndAfter() throws SQLException {
    app("INSERT INTO note (text, secret) VALUES ('one', 's1'), ('two', 's2')");
    app("UPDATE note SET text = 'changed' WHERE id = 1");
    app("UPDATE note SET text = text"); // changes nothing
    app("DELETE FROM note WHERE id = 2");
    assertThat(
            strings(
                "SELECT concat_ws(' ', number, action, subject, subject_key, before ->> 'text',"
                    + " after ->> 'text') FROM audit_entry WHERE subject = 'note' ORDER BY number"))
        .extracting(line -> line.replaceFirst("^\\d+ ", ""))
        .containsExactly(
            "insert note 1 one",
            "insert note 2 two",
            "update note 1 one changed",
            "delete note 2 two");
    assertThat(strings("SELECT after ->> 'secret' FROM audit_entry WHERE after ? 'secret'"))
        .containsOnly("•");
    assertThat(check()).isInstanceOf(Whole.class);
  }

  @Test
  void manyChangesOfOneTransactionAreOneChainInTheirOrder() throws SQLException {
    int rows = 2_500;
    try (Connection connection = connectAsApp()) {
      connection.setAutoCommit(false);
      var statement = connection.createStatement();
      statement.execute(
          "INSERT INTO note (text) SELECT 'n' || n FROM generate_series(1, %d) AS n"
              .formatted(rows));
      statement.execute("SAVEPOINT before_more");
      statement.execute("INSERT INTO note (text) VALUES ('gone')");
      statement.execute("ROLLBACK TO before_more");
      statement.execute("UPDATE note SET text = 'changed' WHERE id <= 3");
      statement.execute("DELETE FROM note WHERE id = 1");
      connection.commit();
    }
    List<String> entries =
        strings(
            "SELECT action || ' ' || subject_key FROM audit_entry WHERE subject = 'note' ORDER BY"
                + " number");
    assertThat(entries).hasSize(rows + 4).doesNotHaveDuplicates();
    assertThat(entries.getFirst()).isEqualTo("insert 1");
    assertThat(entries.subList(rows, rows + 4))
        .containsExactly("update 1", "update 2", "update 3", "delete 1");
    assertThat(strings("SELECT id::text FROM audit_pending")).isEmpty();
    assertThat(check()).isInstanceOf(Whole.class);
  }

  @Test
  void whatIsRolledBackLeavesNothing() throws SQLException {
    try (Connection connection = connectAsApp()) {
      connection.setAutoCommit(false);
      connection.createStatement().execute("INSERT INTO note (text) VALUES ('gone')");
      connection.rollback();
    }
    assertThat(strings("SELECT text FROM note")).isEmpty();
    assertThat(strings("SELECT subject FROM audit_entry WHERE subject = 'note'")).isEmpty();
    assertThat(strings("SELECT id::text FROM audit_pending")).isEmpty();
  }

  @Test
  void aChangedEntryIsFound() throws SQLException {
    entries(5);
    forge("UPDATE audit_entry SET actor = 'somebody else' WHERE number = 3");
    assertThat(check()).isEqualTo(new Broken(3, Break.CHANGED));
  }

  @Test
  void aMissingEntryIsFound() throws SQLException {
    entries(5);
    forge("DELETE FROM audit_entry WHERE number = 2");
    assertThat(check()).isEqualTo(new Broken(2, Break.MISSING));
  }

  @Test
  void aCutOffEndIsFound() throws SQLException {
    entries(5);
    forge("DELETE FROM audit_entry WHERE number > 3");
    assertThat(check()).isEqualTo(new Broken(4, Break.CUT_OFF));
  }

  @Test
  void aChainMadeAnewDoesNotMatchWhatWasNoted() throws SQLException {
    entries(4);
    var whole = (Whole) check();
    var noted = new Noted(whole.entries(), whole.hash());
    assertThat(check(noted)).isEqualTo(whole);
    // Somebody who owns the database builds a consistent chain of other entries.
    forge(
        "DELETE FROM audit_entry",
        "UPDATE audit_head SET number = 0, hash = sha256('ronghe'::bytea)");
    entries(6);
    assertThat(check()).isInstanceOf(Whole.class);
    assertThat(check(noted)).isEqualTo(new Broken(noted.number(), Break.NOT_AS_NOTED));
  }

  @Test
  void theNodeCannotWriteOrChangeTheLogItself() throws SQLException {
    entries(1);
    for (String attempt :
        List.of(
            "UPDATE audit_entry SET actor = 'x'",
            "DELETE FROM audit_entry",
            "TRUNCATE audit_entry",
            "INSERT INTO audit_entry SELECT * FROM audit_entry",
            "UPDATE audit_head SET number = 0",
            "DELETE FROM audit_pending",
            "ALTER TABLE note DISABLE TRIGGER ALL",
            "CALL audit_table('note')")) {
      assertThatThrownBy(() -> app(attempt))
          .as(attempt)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("ERROR");
    }
    assertThatThrownBy(() -> owner("DELETE FROM audit_entry")).hasMessageContaining("append-only");
  }

  @Test
  void nobodyButAuditorsReadsTheLog() throws SQLException {
    entries(1);
    try (Connection connection = connectAsApp()) {
      assertThat(count(connection, "SELECT count(*) FROM audit_entry")).isZero();
      connection.createStatement().execute("SELECT set_config('ronghe.audits', 'yes', false)");
      assertThat(count(connection, "SELECT count(*) FROM audit_entry")).isPositive();
    }
  }

  @Test
  void writersInParallelMakeOneChainAndDoNotBlockEachOtherForEver() throws Exception {
    entries(8);
    int writers = 8;
    int rounds = 40;
    try (var pool = Executors.newFixedThreadPool(writers)) {
      var work = new ArrayList<Callable<Integer>>();
      for (int w = 0; w < writers; w++) {
        int first = w;
        work.add(() -> {
          int done = 0;
          try (Connection connection = connectAsApp()) {
            connection.setAutoCommit(false);
            for (int round = 0; round < rounds; round++) {
              // Two rows each, always the lower first, as any careful writer does.
              int a = 1 + (first + round) % 7;
              var statement = connection.createStatement();
              statement.execute("UPDATE note SET text = 'w" + round + first + "' WHERE id = " + a);
              statement.execute(
                  "UPDATE note SET text = 'v" + round + first + "' WHERE id = " + (a + 1));
              connection.commit();
              done++;
            }
          }
          return done;
        });
      }
      int all = 0;
      for (Future<Integer> each : pool.invokeAll(work)) {
        all += each.get();
      }
      assertThat(all).isEqualTo(writers * rounds);
    }
    assertThat(check()).isInstanceOf(Whole.class);
    assertThat(
            strings(
                "SELECT number::text FROM audit_entry WHERE action = 'update' AND subject ="
                    + " 'note'"))
        .hasSize(2 * writers * rounds);
  }

  private void entries(int count) throws SQLException {
    for (int i = 0; i < count; i++) {
      app("INSERT INTO note (text) VALUES ('n" + i + "')");
    }
  }

  private AuditChain.Finding check() throws SQLException {
    return check(null);
  }

  private AuditChain.Finding check(AuditChain.@org.jspecify.annotations.Nullable Noted noted)
      throws SQLException {
    try (Connection connection = connectAsOwner()) {
      return AuditChain.check(connection, noted);
    }
  }

  /// What only the owner can do, and only by taking the guard away first.
  private void forge(String... sql) throws SQLException {
    owner("ALTER TABLE audit_entry DISABLE TRIGGER audit_append_only");
    owner(sql);
    owner("ALTER TABLE audit_entry ENABLE TRIGGER audit_append_only");
  }

  private void owner(String... sql) throws SQLException {
    try (Connection connection = connectAsOwner()) {
      for (String each : sql) {
        connection.createStatement().execute(each);
      }
    }
  }

  private void app(String sql) throws SQLException {
    try (Connection connection = connectAsApp()) {
      connection.createStatement().execute(sql);
    }
  }

  private List<String> strings(String sql) throws SQLException {
    var strings = new ArrayList<String>();
    try (Connection connection = connectAsOwner();
        var rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        strings.add(rows.getString(1));
      }
    }
    return strings;
  }

  private static long count(Connection connection, String sql) throws SQLException {
    try (var rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private Connection connectAsOwner() throws SQLException {
    return inSchema(database.settings().connectAsOwner());
  }

  private Connection connectAsApp() throws SQLException {
    return inSchema(database.settings().connectAsApp());
  }

  private static Connection inSchema(Connection connection) throws SQLException {
    connection.setSchema("ronghe");
    return connection;
  }
}
