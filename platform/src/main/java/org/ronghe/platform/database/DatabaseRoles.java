package org.ronghe.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;

/// The two roles every node's database has: the owner of the schema, and the weaker one the node
/// works as.
public final class DatabaseRoles {
  private static final String INSUFFICIENT_PRIVILEGE = "42501";

  private DatabaseRoles() {}

  /// Makes sure that the role the node works as is there and weak enough for row-level security to
  /// hold. Creates it where the owner may.
  ///
  /// @throws OperatorProblem APP_ROLE_MISSING, APP_ROLE_TOO_STRONG
  public static void ensureApp(Connection owner, Credentials app) throws SQLException {
    if (!exists(owner, app.user())) {
      try {
        create(owner, app, "LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS");
      } catch (SQLException e) {
        if (INSUFFICIENT_PRIVILEGE.equals(e.getSQLState())) {
          throw new OperatorProblem(OperatorCode.APP_ROLE_MISSING, app.user());
        }
        throw e;
      }
    }
    mustBeWeak(owner, app.user());
  }

  /// Looks whether that role is there and weak enough, and changes nothing.
  ///
  /// @throws OperatorProblem APP_ROLE_MISSING, APP_ROLE_TOO_STRONG
  public static void mustBeSound(Connection connection, Credentials app) throws SQLException {
    if (!exists(connection, app.user())) {
      throw new OperatorProblem(OperatorCode.APP_ROLE_MISSING, app.user());
    }
    mustBeWeak(connection, app.user());
  }

  /// Creates a role. Its password is hashed here, so that no log of the server ever holds it.
  static void create(Connection connection, Credentials role, String attributes)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE " + quoted(connection, role.user()) + " " + attributes);
    }
    setPassword(connection, role);
  }

  static void setPassword(Connection connection, Credentials role) throws SQLException {
    connection
        .unwrap(PGConnection.class)
        .alterUserPassword(role.user(), role.password().toCharArray(), "scram-sha-256");
  }

  static boolean exists(Connection connection, String role) throws SQLException {
    return isTrue(connection, "SELECT true FROM pg_roles WHERE rolname = ?", role);
  }

  static boolean databaseExists(Connection connection, String database) throws SQLException {
    return isTrue(connection, "SELECT true FROM pg_database WHERE datname = ?", database);
  }

  static String quoted(Connection connection, String name) throws SQLException {
    return connection.unwrap(PGConnection.class).escapeIdentifier(name);
  }

  private static void mustBeWeak(Connection connection, String role) throws SQLException {
    if (isTrue(
        connection, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = ?", role)) {
      throw new OperatorProblem(OperatorCode.APP_ROLE_TOO_STRONG, role);
    }
  }

  private static boolean isTrue(Connection connection, String sql, String argument)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, argument);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() && rows.getBoolean(1);
      }
    }
  }
}
