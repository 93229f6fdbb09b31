package org.ronghe.platform.operations;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.Migrations;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// Which version the tables of a database are of.
///
/// @param current newest migration that was run, empty if none was
/// @param newest newest migration this software knows
/// @param failed whether one ended half-way
record Schema(String current, String newest, boolean failed) {
  /// Looks at a database.
  static Schema of(DatabaseSettings settings) {
    MigrationInfoService migrations = Migrations.flyway(settings).info();
    String newest = "";
    boolean failed = false;
    for (MigrationInfo migration : migrations.all()) {
      boolean known = migration.getState().isResolved();
      if (known && migration.getVersion() != null) {
        newest = migration.getVersion().getVersion();
      }
      failed |= migration.getState().isFailed();
    }
    MigrationInfo current = migrations.current();
    return new Schema(
        current == null || current.getVersion() == null ? "" : current.getVersion().getVersion(),
        newest,
        failed);
  }

  /// @return the version
  /// @throws OperatorProblem SCHEMA_OLDER or SCHEMA_NEWER if the database's is another
  static String mustBeNewest(DatabaseSettings settings) {
    Schema schema = of(settings);
    if (schema.isNewerThanKnown()) {
      throw new OperatorProblem(OperatorCode.SCHEMA_NEWER, schema.current, schema.newest);
    }
    if (!schema.current.equals(schema.newest) || schema.failed) {
      throw new OperatorProblem(
          OperatorCode.SCHEMA_OLDER,
          schema.current.isEmpty() ? "–" : schema.current,
          schema.newest);
    }
    return schema.current;
  }

  boolean isNewerThanKnown() {
    return isNewer(current, newest);
  }

  static boolean isNewer(String version, String than) {
    return !version.isEmpty()
        && (than.isEmpty()
            || org.flywaydb.core.api.MigrationVersion.fromVersion(version)
                    .compareTo(org.flywaydb.core.api.MigrationVersion.fromVersion(than))
                > 0);
  }

  /// How many tables stand in the node's schema.
  static int tables(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT count(*) FROM pg_tables WHERE schemaname = '" + Migrations.SCHEMA + "'")) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
