package org.ronghe.platform.problem;

import java.util.Locale;

/// Everything an operator can meet when starting, keeping or saving a node, each with a stable code
/// and the exit code a command ends in.
///
/// The sentences in English and Chinese stand in `operations/texts_*.properties` as
/// `operations.problem.<code>`.
public enum OperatorCode {
  DATABASE_PLATFORM_UNSUPPORTED(1),
  DATABASE_PROGRAMS_DAMAGED(1),
  DATA_FOLDER_LOCKED(1),
  DATA_FOLDER_UNUSABLE(1),
  DATA_FOLDER_EMPTY(2),
  ACCOUNT_MISSING(1),
  ACCOUNT_SHUT_OUT(1),
  DATABASE_PASSWORDS_LOST(1),
  DATABASE_VERSION_OTHER(1),
  DATABASE_FAILED(1),
  DATABASE_UNREACHABLE(1),
  APP_ROLE_MISSING(1),
  APP_ROLE_TOO_STRONG(1),
  SCHEMA_OLDER(1),
  SCHEMA_NEWER(1),
  CONFIGURATION_INVALID(2),
  BACKUP_EXISTS(2),
  BACKUP_UNWRITABLE(1),
  BACKUP_MISSING(2),
  BACKUP_DAMAGED(1),
  DATABASE_NOT_EMPTY(2),
  RESTORE_NOT_ALLOWED(1),
  RESTORE_DIFFERS(1);

  private final int exitCode;

  OperatorCode(int exitCode) {
    this.exitCode = exitCode;
  }

  /// The stable code, in kebab case.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The exit code of the command that meets it: 1 failed, 2 usage.
  public int exitCode() {
    return exitCode;
  }
}
