package org.ronghe.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ronghe.platform.Node;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EmbeddedPostgres;
import org.ronghe.platform.facts.demo.DemoFirms;
import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.jobs.JobState;
import org.ronghe.platform.jobs.Jobs;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.TitleJudge;
import org.ronghe.platform.text.Language;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;

/// A night's judging of a whole city from the database of a node.
///
/// Parts, each a process of its own on the same data folder, so that a machine that is free for a
/// few minutes at a time is enough:
///
/// - `enter FOLDER FIRMS` enters invented firms as the demo does, and waits until all are judged;
/// - `multiply FOLDER FIRMS` copies them, with all their facts, until there are so many; written
///   straight into the tables, as it is the state to be measured and not the way to it;
/// - `forget FOLDER` forgets what was answered, so that the next night is the first;
/// - `judge FOLDER DAY AFTER FIRMS` judges firms, from the first whose id is greater than AFTER, as
///   of the day;
/// - `check FOLDER DAY FIRMS` works out so many firms, evenly chosen, with all reasons and compares
///   their answers with those the night kept.
///
/// Distributions are those of the demo city (`docs/concepts/demo-city.md`).
public final class NightlyFigures {
  private static final Actor NODE = Actor.system("benchmark");
  private static final long PAUSE_MILLIS = 50;
  private static final int POINTS = 10;
  private static final String COUNT_JUDGED = "SELECT count(*) FROM ronghe.judged_firm";
  private final Node node;

  private NightlyFigures(Node node) {
    this.node = node;
  }

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[1]);
    Files.createDirectories(data);
    switch (arguments[0]) {
      case "enter" -> {
        try (Node node = start(data)) {
          new NightlyFigures(node).enter(Integer.parseInt(arguments[2]));
        }
      }
      case "multiply" -> multiply(data, Integer.parseInt(arguments[2]));
      case "forget" -> forget(data);
      case "judge" -> {
        try (Node node = start(data)) {
          new NightlyFigures(node)
              .judge(
                  LocalDate.parse(arguments[2]),
                  Long.parseLong(arguments[3]),
                  Long.parseLong(arguments[4]));
        }
      }
      case "check" -> {
        try (Node node = start(data)) {
          new NightlyFigures(node)
              .check(LocalDate.parse(arguments[2]), Integer.parseInt(arguments[3]));
        }
      }
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static Node start(Path data) throws IOException {
    var sources =
        new ConfigurationSources(
            Map.of("port", "0", "data", data.toString()), Map.of(), data.resolve("home"), false);
    return Node.start(NodeConfiguration.read(sources, Language.ENGLISH));
  }

  private long count(String table) throws SQLException {
    try (Connection owner = node.part(DatabaseSettings.class).connectAsOwner()) {
      return number(owner, "SELECT count(*) FROM ronghe." + table);
    }
  }

  private static long number(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  private void enter(int firms) throws InterruptedException, SQLException {
    long began = System.nanoTime();
    node.part(DemoFirms.class).load(firms, (_, _) -> {});
    double entered = seconds(began);
    while (count("judgement_due") > 0) {
      Thread.sleep(PAUSE_MILLIS);
    }
    say(
        "entered %,d firms with %,d facts in %.1f s, all judged after %.1f s: %,d of them, %,d"
            + " answers",
        firms, count("fact"), entered, seconds(began), count("judged_firm"), count("judgement"));
  }

  private void judge(LocalDate day, long after, long wanted)
      throws InterruptedException, SQLException {
    long past = count("judgement_past");
    Jobs jobs = node.part(Jobs.class);
    long began = System.nanoTime();
    long id =
        Actors.getAs(
            NODE,
            () ->
                jobs.start(
                    "rulebooks.judge", "night", Map.of("asOf", day.toString(), "after", after)));
    var heap = new StringBuilder();
    long next = Math.max(1, wanted / POINTS);
    Job job = job(jobs, id);
    while (job.progress().done() < wanted && !isOver(job)) {
      Thread.sleep(PAUSE_MILLIS);
      job = job(jobs, id);
      if (job.progress().done() >= next) {
        heap.append(heap.isEmpty() ? "" : ", ").append(liveMegabytes());
        next += Math.max(1, wanted / POINTS);
      }
    }
    double seconds = seconds(began);
    long done = job.progress().done();
    if (!isOver(job) && done >= wanted && wanted < count("organisation")) {
      Actors.runAs(NODE, () -> jobs.cancel(id));
    }
    while (!isOver(job)) {
      Thread.sleep(PAUSE_MILLIS);
      job = job(jobs, id);
    }
    if (done < wanted && job.state() != JobState.DONE) {
      throw new IllegalStateException("the job came to " + job.state() + ": " + job.problem());
    }
    say(
        "%,d firms after %,d judged as of %s in %.1f s: %,.0f firms/s; MB of heap in use at each"
            + " tenth: %s; answers that turned: %,d; answers kept in all: %,d",
        done,
        after,
        day,
        seconds,
        done / seconds,
        heap,
        count("judgement_past") - past,
        count("judgement"));
  }

  private void check(LocalDate day, int wanted) throws SQLException {
    TitleJudge judge = node.part(TitleJudge.class);
    int checked = 0;
    int differing = 0;
    try (Connection owner = node.part(DatabaseSettings.class).connectAsOwner();
        Statement statement = owner.createStatement();
        ResultSet row =
            statement.executeQuery(
                """
                SELECT organisation, rulebook, t.title, kind, answer
                FROM ronghe.judgement j JOIN ronghe.judged_title t ON t.id = j.title
                WHERE organisation %% %d = 0\
                """
                    .formatted(Math.max(1, number(owner, COUNT_JUDGED) / wanted)))) {
      while (row.next()) {
        long firm = row.getLong(1);
        var title = new TitleKey(row.getString(2), row.getString(3));
        CaseKind kind = CaseKind.find(row.getString(4)).orElseThrow();
        var question = new TitleJudge.Question(title, day, null, kind);
        Answer answer = Actors.getAs(NODE, () -> judge.of(firm, question)).evaluation().answer();
        differing += answer.code().equals(row.getString(5)) ? 0 : 1;
        checked++;
      }
    }
    if (checked == 0 || differing > 0) {
      throw new IllegalStateException(differing + " of " + checked + " answers differ");
    }
    say("%,d answers are those of the engine that gives all reasons", checked);
  }

  private static Job job(Jobs jobs, long id) {
    return Actors.getAs(NODE, () -> jobs.get(id));
  }

  private static boolean isOver(Job job) {
    return switch (job.state()) {
      case WAITING, RUNNING -> false;
      default -> true;
    };
  }

  private static long liveMegabytes() {
    System.gc();
    return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1_000_000;
  }

  private static double seconds(long began) {
    return (System.nanoTime() - began) / 1e9;
  }

  private static void multiply(Path data, int firms) throws IOException, SQLException {
    try (var postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.FREE_PORT);
        Connection owner = postgres.settings().connectAsOwner()) {
      long began = System.nanoTime();
      owner.setAutoCommit(false);
      try (Statement sql = owner.createStatement()) {
        sql.execute("SET search_path = ronghe");
        sql.execute("SET maintenance_work_mem = '1GB'");
        List<String> tables = List.of("subject", "organisation", "fact");
        for (String table : tables) {
          sql.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
        }
        // What only writing facts needs is left away for good: this folder is for reading them.
        for (String constraint :
            List.of(
                "one_at_a_time",
                "subject_fkey",
                "attribute_fkey",
                "value_subject_fkey",
                "evidence_fkey",
                "corrects_fkey")) {
          sql.execute("ALTER TABLE fact DROP CONSTRAINT fact_" + constraint);
        }
        sql.execute("DROP INDEX fact_subject");
        long there = number(owner, "SELECT count(*) FROM organisation");
        long step = number(owner, "SELECT max(id) FROM subject");
        for (int copy = 1; copy * there < firms; copy++) {
          long most = Math.min(there, firms - copy * there);
          copy(sql, copy, copy * step, most);
        }
        sql.execute("CREATE INDEX fact_subject ON fact (subject, attribute, item)");
        sql.execute(
            "SELECT setval(pg_get_serial_sequence('ronghe.subject', 'id'), (SELECT max(id) FROM"
                + " subject))");
        for (String table : tables) {
          sql.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
        }
      }
      owner.commit();
      owner.setAutoCommit(true);
      try (Statement sql = owner.createStatement()) {
        sql.execute("VACUUM ANALYZE");
      }
      say(
          "%,d firms with %,d facts; the last of them made in %.0f s",
          number(owner, "SELECT count(*) FROM ronghe.organisation"),
          number(owner, "SELECT count(*) FROM ronghe.fact"),
          seconds(began));
    }
  }

  private static void forget(Path data) throws IOException, SQLException {
    try (var postgres = EmbeddedPostgres.start(data, EmbeddedPostgres.FREE_PORT);
        Connection owner = postgres.settings().connectAsOwner();
        Statement sql = owner.createStatement()) {
      sql.execute(
          "TRUNCATE ronghe.judgement, ronghe.judged_firm, ronghe.held_title, ronghe.judgement_due");
      sql.execute("VACUUM ANALYZE");
    }
  }

  private static void copy(Statement sql, int copy, long shift, long most) throws SQLException {
    sql.execute(
        """
        CREATE TEMP TABLE chosen ON COMMIT DROP AS
        SELECT id FROM organisation WHERE id <= %1$d ORDER BY id LIMIT %2$d\
        """
            .formatted(shift / copy, most));
    sql.execute(
        """
        INSERT INTO subject (id, kind, owner) OVERRIDING SYSTEM VALUE
        SELECT id + %1$d, 'organisation', id + %1$d FROM chosen\
        """
            .formatted(shift));
    sql.execute(
        """
        INSERT INTO organisation (id, name_zh, name_en, kind, economy, region, district, lat_degrees, lon_degrees)
        SELECT id + %1$d, name_zh || '%2$d', name_en || ' %2$d', kind, economy, region, district, lat_degrees, lon_degrees
        FROM organisation JOIN chosen USING (id)\
        """
            .formatted(shift, copy));
    sql.execute(
        """
        INSERT INTO fact (subject, attribute, item, valid, value_number, value_amount, currency, value_text,
          value_date, value_flag, internal, source)
        SELECT subject + %1$d, attribute, item, valid, value_number, value_amount, currency, value_text,
          value_date, value_flag, internal, source
        FROM fact JOIN chosen ON chosen.id = fact.subject WHERE superseded = 0 AND value_subject IS NULL\
        """
            .formatted(shift));
    sql.execute("DROP TABLE chosen");
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
