package org.ronghe.cli;

/// The exit codes of every command; `docs/reference/exit-codes.md` explains them to users.
final class ExitCode {
  /// Done.
  static final int OK = 0;

  /// The command failed: an input or the environment was not as it must be, or a bug.
  static final int FAILED = 1;

  /// The command was called in a way it does not understand.
  static final int USAGE = 2;

  /// Done, but more records were rejected than `--max-rejects` allows.
  static final int REJECTS = 3;

  /// Stopped by Ctrl-C, as shells count it: 128 and the signal's number.
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
