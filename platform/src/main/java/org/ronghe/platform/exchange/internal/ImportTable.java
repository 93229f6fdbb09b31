package org.ronghe.platform.exchange.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.ImportState;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.IncomingFile;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Sorting;
import org.ronghe.platform.web.SqlCondition;
import org.ronghe.platform.web.SqlList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Imports in the database. Its methods join the transaction they are called in.
@Component
class ImportTable {
  /// So many faults are kept of an import; nobody reads more, and all are counted.
  static final int MOST_FAULTS = 20_000;

  private static final String COLUMNS =
      "r.id, r.kind, r.file_name, r.sha256, r.size_bytes, r.organisation, r.state, r.lines,"
          + " r.wrong, r.taken, r.problem, r.job, r.made, r.made_as";

  private final JdbcClient jdbc;

  ImportTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// A part of the list.
  ///
  /// @param kinds the words of all kinds
  @Transactional(readOnly = true)
  public Listing<ImportRun> list(ListQuery query, Collection<String> kinds) {
    Sorting sorting =
        Sorting.of(
            query.sort(),
            "made:desc",
            new Sorting.Key("id", "r.id", "bigint"),
            new Sorting.Key("made", "r.made", "timestamptz"));
    Filters filters =
        Filters.of(
            Filters.Field.of("kind", "r.kind", kinds),
            Filters.Field.of(
                "state",
                "r.state",
                Arrays.stream(ImportState.values()).map(ImportState::code).toList()));
    SqlCondition chosen = filters.parse(query.filter());
    return new SqlList<>(
            COLUMNS, "import_run r", chosen, sorting, SqlList.COUNTED, ImportTable::run)
        .read(jdbc, query);
  }

  @Transactional(readOnly = true)
  public Optional<ImportRun> find(long id) {
    return jdbc.sql("SELECT " + COLUMNS + " FROM import_run r WHERE r.id = :id")
        .param("id", id)
        .query(ImportTable::run)
        .optional();
  }

  private static ImportRun run(ResultSet row, int number) throws SQLException {
    long organisation = row.getLong("organisation");
    boolean none = row.wasNull();
    long job = row.getLong("job");
    boolean before = row.wasNull();
    return new ImportRun(
        row.getLong("id"),
        row.getString("kind"),
        new ImportRun.SourceFile(
            row.getString("file_name"),
            row.getString("sha256"),
            row.getLong("size_bytes"),
            row.getObject("made", OffsetDateTime.class).toInstant(),
            row.getString("made_as")),
        none ? null : organisation,
        ImportState.of(row.getString("state")),
        new ImportRun.Counts(row.getLong("lines"), row.getLong("wrong"), row.getLong("taken")),
        row.getString("problem"),
        before ? null : job);
  }

  /// Whether the current actor is who uploaded it.
  @Transactional(readOnly = true)
  public boolean isOwn(long run) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM import_run WHERE id = :id AND (made_by IS NOT DISTINCT FROM"
                + " actor_account()))")
        .param("id", run)
        .query(Boolean.class)
        .single();
  }

  /// Whether there is an organisation of that id.
  boolean organisationIsThere(long id) {
    return jdbc.sql("SELECT EXISTS (SELECT FROM organisation WHERE id = :id)")
        .param("id", id)
        .query(Boolean.class)
        .single();
  }

  /// Whether the same file was taken as the same kind before.
  boolean taken(String kind, String sha256) {
    return jdbc.sql(
            "SELECT EXISTS (SELECT FROM import_run WHERE sha256 = :sha256 AND kind = :kind AND"
                + " state IN ('taking', 'taken'))")
        .param("sha256", sha256)
        .param("kind", kind)
        .query(Boolean.class)
        .single();
  }

  /// Waits until nobody else decides whether a file is entered, to the end of the transaction: two
  /// checks of one file may be told to enter it at once.
  void alone(String sha256) {
    jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended(:sha256, 0))")
        .param("sha256", sha256)
        .query(row -> {});
  }

  long insert(String kind, @Nullable Long organisation, String name, IncomingFile file) {
    return jdbc.sql(
            """
            INSERT INTO import_run (kind, organisation, file_name, sha256, size_bytes)
            VALUES (:kind, :organisation, :name, :sha256, :size) RETURNING id\
            """)
        .param("kind", kind)
        .param("organisation", organisation, Types.BIGINT)
        .param("name", name)
        .param("sha256", file.sha256())
        .param("size", file.sizeBytes())
        .query(Long.class)
        .single();
  }

  @Transactional
  public void job(long run, long job) {
    jdbc.sql("UPDATE import_run SET job = :job WHERE id = :id")
        .param("job", job)
        .param("id", run)
        .update();
  }

  @Transactional
  public void state(long run, ImportState state, String problem) {
    jdbc.sql("UPDATE import_run SET state = :state, problem = :problem WHERE id = :id")
        .param("state", state.code())
        .param("problem", problem)
        .param("id", run)
        .update();
  }

  /// Begins a check: what an earlier one found is gone.
  @Transactional
  public void beginCheck(long run) {
    jdbc.sql("DELETE FROM import_fault WHERE run = :id").param("id", run).update();
    jdbc.sql("UPDATE import_run SET lines = 0, wrong = 0 WHERE id = :id").param("id", run).update();
  }

  /// Adds what a batch of rows came to.
  ///
  /// @param kept how many faults were kept before
  /// @return how many are kept now
  int count(long run, int lines, int wrong, List<ImportFault> faults, int kept) {
    jdbc.sql("UPDATE import_run SET lines = lines + :lines, wrong = wrong + :wrong WHERE id = :id")
        .param("lines", lines)
        .param("wrong", wrong)
        .param("id", run)
        .update();
    List<ImportFault> shown =
        faults.subList(0, Math.min(faults.size(), Math.max(0, MOST_FAULTS - kept)));
    keep(run, shown, kept);
    return kept + shown.size();
  }

  private void keep(long run, List<ImportFault> faults, int kept) {
    if (faults.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO import_fault (run, number, line, column_key, value, words)
            SELECT :run, :kept + n, line, column_key, value, words
            FROM unnest(:lines::bigint[], :columns::text[], :values::text[], :words::text[])
              WITH ORDINALITY AS f (line, column_key, value, words, n)\
            """)
        .param("run", run)
        .param("kept", kept)
        .param("lines", faults.stream().map(ImportFault::line).toArray(Long[]::new))
        .param("columns", faults.stream().map(ImportFault::column).toArray(String[]::new))
        .param("values", faults.stream().map(ImportFault::value).toArray(String[]::new))
        .param("words", faults.stream().map(ImportFault::words).toArray(String[]::new))
        .update();
  }

  /// Adds faults of rows that were right when they were checked, and counts those rows as wrong. Of
  /// the faults given, most are of rows that were wrong then already. Where so many faults were
  /// found that not all are kept, nobody knows which are new, and none is added.
  void late(long run, List<ImportFault> faults) {
    if (faults.isEmpty()) {
      return;
    }
    int kept =
        jdbc.sql("SELECT coalesce(max(number), 0) FROM import_fault WHERE run = :run")
            .param("run", run)
            .query(Integer.class)
            .single();
    Set<Long> known =
        new HashSet<>(
            jdbc.sql(
                    """
                    SELECT line FROM import_fault
                    WHERE run = :run AND line = ANY (:lines) AND words NOT LIKE 'exchange.note.%'\
                    """)
                .param("run", run)
                .param("lines", faults.stream().map(ImportFault::line).toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list());
    List<ImportFault> late = faults.stream().filter(one -> !known.contains(one.line())).toList();
    if (kept >= MOST_FAULTS || late.isEmpty()) {
      return;
    }
    keep(run, late, kept);
    jdbc.sql("UPDATE import_run SET wrong = wrong + :rows WHERE id = :id")
        .param("rows", late.stream().map(ImportFault::line).distinct().count())
        .param("id", run)
        .update();
  }

  @Transactional(readOnly = true)
  public List<ImportFault> faults(long run, int most) {
    return jdbc.sql(
            "SELECT line, column_key, value, words FROM import_fault WHERE run = :run ORDER BY"
                + " number LIMIT :most")
        .param("run", run)
        .param("most", most)
        .query((row, _) ->
            new ImportFault(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)))
        .list();
  }

  /// How far an import was taken; its row stays locked to the end of the transaction.
  long takenTo(long run) {
    return jdbc.sql("SELECT taken_to FROM import_run WHERE id = :id FOR UPDATE")
        .param("id", run)
        .query(Long.class)
        .single();
  }

  /// Notes, in the transaction that entered them, that rows were taken.
  void took(long run, int rows, long line, List<Long> made) {
    jdbc.sql("UPDATE import_run SET taken = taken + :rows, taken_to = :line WHERE id = :id")
        .param("rows", rows)
        .param("line", line)
        .param("id", run)
        .update();
    if (!made.isEmpty()) {
      jdbc.sql("INSERT INTO import_made (run, subject) SELECT :run, unnest(:made::bigint[])")
          .param("run", run)
          .param("made", made.toArray(Long[]::new))
          .update();
    }
  }

  /// Takes back what the database can take back by itself.
  ///
  /// @param function a function of the database, never from a user
  long takeBack(String function, long run) {
    return jdbc.sql("SELECT " + function + "(:run)").param("run", run).query(Long.class).single();
  }

  /// Facts that an import entered and that still hold.
  List<Long> factsOf(long run) {
    return jdbc.sql(
            "SELECT f.id FROM import_made m JOIN fact f ON f.id = m.subject WHERE m.run = :run AND"
                + " f.superseded = 0 ORDER BY f.id")
        .param("run", run)
        .query((row, _) -> row.getLong(1))
        .list();
  }
}
