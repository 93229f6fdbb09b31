package org.ronghe.platform.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ronghe.platform.audit.AuditChain;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.Migrations;

/// Everything a database has acknowledged, as [WriterProgram] said it, to be held against what is
/// there after a crash.
final class Acknowledged {
  private final Map<Long, Integer> ones = new HashMap<>();
  private final Set<String> bulks = new HashSet<>();
  private long transactions;

  /// Takes one line; false if it is none of an acknowledged transaction, or was cut off.
  boolean take(String line) {
    List<String> words = List.of(line.split(" ", -1));
    switch (words.getFirst()) {
      case "one" -> ones.putIfAbsent(Long.parseLong(words.get(1)), 0);
      case "set" ->
          ones.merge(Long.parseLong(words.get(1)), Integer.parseInt(words.get(2)), Math::max);
      case "bulk" -> bulks.add(words.get(1));
      default -> {
        return false;
      }
    }
    transactions++;
    return true;
  }

  long transactions() {
    return transactions;
  }

  /// Holds it against the database, which may go on being written to.
  void check(DatabaseSettings settings) throws SQLException {
    try (Connection connection = settings.connectAsOwner()) {
      connection.setSchema(Migrations.SCHEMA);
      assertThat(AuditChain.check(connection, null)).isInstanceOf(AuditChain.Whole.class);
      everyAcknowledgedOneIsThere(connection);
      everyAcknowledgedBulkIsThere(connection);
      assertThat(
              ask(
                  connection,
                  "SELECT count(*) FROM account a LEFT JOIN account_password p ON p.account = a.id"
                      + " WHERE a.name LIKE 'one-%' AND (p.account IS NULL OR (p.hash <>"
                      + " a.display_name AND p.hash <> 'x'))"))
          .as("an account without its password, or with an older one")
          .isZero();
      assertThat(
              ask(
                  connection,
                  "SELECT count(*) FROM (SELECT FROM account WHERE name LIKE 'bulk-%' GROUP BY"
                      + " split_part(name, '-', 2) HAVING count(*) <> "
                      + WriterProgram.BULK
                      + ") AS half"))
          .as("a bulk write that is half there")
          .isZero();
      assertThat(
              ask(
                  connection,
                  "SELECT count(*) FROM account a WHERE NOT EXISTS (SELECT FROM audit_entry e WHERE"
                      + " e.subject = 'account' AND e.subject_key = a.id::text)"))
          .as("an account the audit log does not know")
          .isZero();
    }
  }

  private void everyAcknowledgedOneIsThere(Connection connection) throws SQLException {
    Map<Long, Integer> missing = new HashMap<>(ones);
    try (PreparedStatement statement =
        connection.prepareStatement(
            "SELECT id, substr(display_name, 2)::integer FROM account WHERE id = ANY (?)")) {
      Array ids = connection.createArrayOf("bigint", ones.keySet().toArray());
      statement.setArray(1, ids);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          int there = rows.getInt(2);
          missing.computeIfPresent(rows.getLong(1), (id, said) -> there >= said ? null : said);
        }
      }
    }
    assertThat(missing).as("acknowledged and not there, or an older state is").isEmpty();
  }

  private void everyAcknowledgedBulkIsThere(Connection connection) throws SQLException {
    Set<String> missing = new HashSet<>(bulks);
    try (PreparedStatement statement =
            connection.prepareStatement(
                "SELECT DISTINCT 'bulk-' || split_part(name, '-', 2) FROM account WHERE name LIKE"
                    + " 'bulk-%'");
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        missing.remove(rows.getString(1));
      }
    }
    assertThat(missing).as("acknowledged and not there").isEmpty();
  }

  private static long ask(Connection connection, String sql) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
