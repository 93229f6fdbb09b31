package org.ronghe.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/// Where the database is and as whom to connect.
///
/// @param url `jdbc:postgresql://…`, without user and password
/// @param owner the role that owns the schema: it migrates, backs up and restores
/// @param app the role the node works as: it changes no table, and row-level security holds for it
public record DatabaseSettings(String url, Credentials owner, Credentials app) {
  /// How every JDBC URL of PostgreSQL begins.
  public static final String URL_PREFIX = "jdbc:postgresql:";

  public DatabaseSettings {
    if (!url.startsWith(URL_PREFIX)) {
      throw new IllegalArgumentException("not a JDBC URL of PostgreSQL: " + url);
    }
  }

  /// A connection as the owner.
  public Connection connectAsOwner() throws SQLException {
    return connect(owner);
  }

  /// A connection as the role the node works as.
  public Connection connectAsApp() throws SQLException {
    return connect(app);
  }

  private Connection connect(Credentials who) throws SQLException {
    return DriverManager.getConnection(url, who.user(), who.password());
  }
}
