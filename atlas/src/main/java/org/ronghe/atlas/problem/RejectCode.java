package org.ronghe.atlas.problem;

/// Why a line or a value of an input was rejected. Stable codes; the remedies stand in
/// `errors_en.properties` and `errors_zh.properties` under `reject.` and the code.
public enum RejectCode {
  MALFORMED_JSON("malformed-json"),
  MALFORMED_ROW("malformed-row"),
  INVALID_UTF8("invalid-utf8"),
  TRUNCATED_INPUT("truncated-input"),
  VALUE_MISSING("value-missing"),
  TYPE_UNEXPECTED("type-unexpected"),
  NUMBER_INVALID("number-invalid"),
  YEAR_INVALID("year-invalid"),
  COORDINATE_IMPOSSIBLE("coordinate-impossible"),
  IDENTIFIER_INVALID("identifier-invalid"),
  IDENTIFIER_UNKNOWN("identifier-unknown"),
  INSTITUTION_UNKNOWN("institution-unknown"),
  DUPLICATE_ID("duplicate-id"),
  CONFLICTING_ROWS("conflicting-rows");

  private final String code;

  RejectCode(String code) {
    this.code = code;
  }

  /// True if it counts against the limit of rejects. An institution that no place file knows does
  /// not: its record is kept, its contributions are reported as unlocated.
  public boolean countsAgainstLimit() {
    return this != INSTITUTION_UNKNOWN;
  }

  /// The stable code, in kebab case.
  public String code() {
    return code;
  }
}
