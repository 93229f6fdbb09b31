package org.ronghe.platform.database;

import java.util.List;

/// The database cannot be started or used, for a reason that lies outside our code.
public final class DatabaseProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// What is wrong. The sentences stand in `problems_en.properties` and `problems_zh.properties`.
  public enum Reason {
    PLATFORM_UNSUPPORTED,
    BINARIES_DAMAGED,
    FOLDER_LOCKED,
    FOLDER_UNUSABLE,
    NO_UNPRIVILEGED_ACCOUNT,
    ACCOUNT_CANNOT_REACH,
    PASSWORDS_LOST,
    VERSION_OTHER,
    SERVER_FAILED,
    SERVER_UNREACHABLE,
    APP_ROLE_MISSING,
    APP_ROLE_TOO_STRONG;

    /// The stable code, in kebab case.
    public String code() {
      return "database-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final Reason reason;
  private final transient List<Object> arguments;

  public DatabaseProblem(Reason reason, Object... arguments) {
    super(reason.code() + " " + List.of(arguments));
    this.reason = reason;
    this.arguments = List.of(arguments);
  }

  public Reason reason() {
    return reason;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
