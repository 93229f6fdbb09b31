package org.ronghe.atlas.problem;

/// Every error a user or the environment can cause, with a stable code and the exit code it ends
/// in.
///
/// The sentence and the remedy, in English and Chinese, stand in `errors_en.properties` and
/// `errors_zh.properties` under the same code; `docs/reference/errors.md` is generated from here.
public enum ErrorCode {
  FILE_MISSING("file-missing", 2),
  FILE_UNREADABLE("file-unreadable", 1),
  FILE_UNKNOWN("file-unknown", 1),
  FILE_EMPTY("file-empty", 1),
  COLUMN_MISSING("column-missing", 2),
  COLUMN_UNKNOWN("column-unknown", 2),
  MAPPED_COLUMN_MISSING("mapped-column-missing", 2),
  OPTION_INVALID("option-invalid", 2),
  METHOD_UNKNOWN("method-unknown", 2),
  METHOD_INVALID("method-invalid", 2),
  OUTPUT_UNWRITABLE("output-unwritable", 1),
  OUTPUT_EXISTS("output-exists", 2),
  NOTHING_TO_DO("nothing-to-do", 2);

  private final String code;
  private final int exitCode;

  ErrorCode(String code, int exitCode) {
    this.code = code;
    this.exitCode = exitCode;
  }

  /// The stable code, in kebab case.
  public String code() {
    return code;
  }

  /// The exit code of the command that meets it: 1 failed, 2 usage.
  public int exitCode() {
    return exitCode;
  }
}
