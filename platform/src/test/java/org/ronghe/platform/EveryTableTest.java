package org.ronghe.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// What holds for every table there is, whoever adds it.
class EveryTableTest {
  /// Tables whose rows are nobody's facts; each with its reason.
  private static final Set<String> WITHOUT_ROW_SECURITY =
      Set.of(
          "flyway_schema_history", // the migrations' own, not granted to the node
          "audit_pending"); // not granted to the node

  /// Tables whose changes are no news to an auditor; each with its reason.
  private static final Set<String> WITHOUT_AUDIT =
      Set.of(
          "flyway_schema_history",
          "audit_entry", // the log itself
          "audit_head",
          "audit_pending",
          "search_change", // what the search index has still to hear of: a queue
          "search_state",
          "judged_title", // worked out from facts, which are audited, as all about judgements
          "judged_firm",
          "held_title",
          "judgement",
          "judgement_past",
          "judging",
          "judgement_due", // firms to be judged anew: a queue
          "match_change", // what the matching index has still to hear of: a queue
          "match_state",
          "simulation_firm", // worked out from facts; the simulation itself is audited
          "idempotency", // answers for a day; what a request changes is audited where it changes
          "job", // its progress changes twice a second; starting and cancelling are events
          "job_line",
          "achievement_key", // derived from the form
          "achievement_passage", // derived from the form
          "passage_due", // whose keys are to be made anew: a queue
          "achievement_party", // derived from the form, which is audited
          "likeness_feed", // how far keys are made anew
          "organisation_other_name", // derived from names and facts
          "catalogue_change", // how often the catalogue changed
          "catalogue_entry", // derived from the form
          "import_fault", // what is wrong with a file, found anew with every check
          "import_made", // what an import entered is audited where it was entered
          "ranking_cluster", // come and go with their ranking, whose entry holds the digest
          "ranking_figure",
          "ranking_tie",
          "api_key_use", // changes with every use
          "session", // signing in and out are events of the log
          "session_attributes",
          "sign_in_failure"); // changes with every attempt; refusals of known names are events

  private final TestDatabase database = TestDatabase.fresh();

  @Test
  void rowLevelSecurityHoldsForEveryTable() throws SQLException {
    assertThat(
            tables(
                """
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'ronghe' AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity\
                """))
        .isEqualTo(new TreeSet<>(WITHOUT_ROW_SECURITY));
  }

  @Test
  void everyTableIsAudited() throws SQLException {
    assertThat(
            tables(
                """
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'ronghe' AND c.relkind IN ('r', 'p') AND (
                  SELECT count(*) FROM pg_trigger t
                  WHERE t.tgrelid = c.oid AND t.tgname IN ('audit_insert', 'audit_update', 'audit_delete')) < 3\
                """))
        .isEqualTo(new TreeSet<>(WITHOUT_AUDIT));
  }

  @Test
  void theNodeOwnsNothingAndMayChangeNoTable() throws SQLException {
    assertThat(
            tables(
                """
                SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'ronghe' AND pg_get_userbyid(c.relowner) = 'ronghe_app'
                UNION ALL
                SELECT rolname FROM pg_roles
                WHERE rolname = 'ronghe_app' AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole)
                UNION ALL
                SELECT nspname FROM pg_namespace
                WHERE nspname = 'ronghe' AND has_schema_privilege('ronghe_app', oid, 'CREATE')\
                """))
        .isEmpty();
  }

  private Set<String> tables(String sql) throws SQLException {
    var tables = new TreeSet<String>();
    try (Connection connection = database.settings().connectAsOwner();
        var rows = connection.createStatement().executeQuery(sql)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    }
    return tables;
  }
}
