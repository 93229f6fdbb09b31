package org.ronghe.platform.digital.internal;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Map;
import org.ronghe.platform.digital.Assessment;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads rows of assessments.
final class AssessmentRows {
  static final String COLUMNS =
      "id, organisation, stage, as_of, state, answers, settled, reasons, note, level, base, edit,"
          + " CASE state WHEN 'draft' THEN begun_as WHEN 'submitted' THEN submitted_as ELSE"
          + " settled_as END AS last_as, changed";

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private AssessmentRows() {}

  static Assessment read(ResultSet row, int number) throws SQLException {
    int level = row.getInt("level");
    Integer known = row.wasNull() ? null : level;
    BigDecimal base = row.getBigDecimal("base");
    return new Assessment(
        row.getLong("id"),
        row.getLong("organisation"),
        Assessment.Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
        row.getObject("as_of", LocalDate.class),
        texts(row.getString("answers")),
        texts(row.getString("settled")),
        texts(row.getString("reasons")),
        new Assessment.Standing(
            Assessment.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
            row.getLong("edit"),
            row.getString("last_as"),
            row.getString("note"),
            known,
            base == null ? null : base.toPlainString(),
            row.getObject("changed", OffsetDateTime.class).toInstant()));
  }

  static Map<String, String> texts(String json) {
    return JsonMapper.shared().readValue(json, TEXTS);
  }

  static String json(Map<String, String> texts) {
    return JsonMapper.shared().writeValueAsString(new java.util.TreeMap<>(texts));
  }
}
