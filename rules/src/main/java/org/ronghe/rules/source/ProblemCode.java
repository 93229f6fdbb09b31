package org.ronghe.rules.source;

import java.util.Locale;

/// What can be wrong with a rulebook or a facts file. Codes are stable; sentences may be reworded.
public enum ProblemCode {
  EMPTY,
  NOT_YAML,
  NOT_JSON,
  JSON_ENDS,
  KEY_TWICE,
  KEY_NOT_A_WORD,
  KEY_UNKNOWN,
  KEY_MISSING,
  VALUE_WRONG,
  EXPRESSION_WRONG,
  CASE_UNKNOWN,
  ID_TWICE,
  RULE_MISSING,
  TEST_MISSING,
  GROUP_EMPTY,
  ROW_LENGTH,
  FIRM_UNKNOWN,
  FACT_UNKNOWN,
  FACT_WRONG,
  NAME_UNKNOWN,
  CODE_UNKNOWN,
  FUNCTION_UNKNOWN,
  TYPE_WRONG,
  UNITS_DIFFER,
  YEARS_DIFFER,
  PERIOD_WRONG,
  RULEBOOK_UNKNOWN,
  TITLE_UNKNOWN,
  CIRCLE,
  FILE_NAME,
  SOURCE_MISSING,
  SOURCE_UNKNOWN,
  EVIDENCE_UNKNOWN,
  INPUT_UNUSED,
  BAND_GAP,
  BAND_OVERLAP,
  POINTS_UNREACHABLE,
  POINTS_ABOVE,
  TOTAL_WRONG,
  OTHERWISE_MISSING,
  CODES_LEFT_OUT,
  SUCCESSOR_OVERLAP,
  SUCCESSOR_GAP,
  EXAMPLE_DATE,
  EXAMPLE_NAME,
  EXAMPLE_FAILS,
  EXAMPLES_FEW;

  /// As written in reports, such as `key-unknown`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
