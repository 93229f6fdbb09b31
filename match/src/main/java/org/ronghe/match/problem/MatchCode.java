package org.ronghe.match.problem;

import java.util.Locale;

/// Everything that can be wrong with what a user gives to matching, each with a stable code and the
/// exit code a command ends in. The sentences stand in `problems_en.properties` and
/// `problems_zh.properties` under the same code.
public enum MatchCode {
  DOCUMENTS_UNREADABLE(1),
  DOCUMENTS_EMPTY(1),
  RECORDS_WITHOUT(1),
  JUDGEMENTS_UNREADABLE(1),
  JUDGEMENTS_UNMATCHED(1),
  INDEX_MISSING(2),
  INDEX_IN_USE(1),
  MODELS_UNUSABLE(1),
  MODEL_UNREADABLE(1),
  DECISIONS_TOO_FEW(1);

  private final int exitCode;

  MatchCode(int exitCode) {
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
