package org.ronghe.platform.database;

/// A database role and its password.
///
/// @param user name of the role, not empty
/// @param password may be empty where the server trusts the connection
public record Credentials(String user, String password) {
  public Credentials {
    if (user.isBlank()) {
      throw new IllegalArgumentException("a database user without a name");
    }
  }

  /// The role alone: passwords stay out of logs.
  @Override
  public String toString() {
    return user;
  }
}
