package org.ronghe.platform.accounts;

import java.util.Locale;

/// Whether one may sign in with an account.
public enum AccountState {
  ACTIVE,
  /// Too many wrong passwords; an administrator unlocks it.
  LOCKED,
  /// An administrator shut it.
  DISABLED;

  /// The code in the database and the API.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The state of a code.
  public static AccountState of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
