package org.ronghe.platform.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.AchievementState.Moment;
import org.ronghe.platform.registry.AchievementVersion;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.RefusalReason;
import org.ronghe.platform.registry.RegistrationNumber;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Reads rows of the registry's tables.
final class AchievementRows {
  static final String COLUMNS =
      "a.id, a.organisation, a.form, a.edit, a.version, a.state, a.state_at, a.state_by,"
          + " a.state_as, a.reasons, a.number, a.open, a.receiver, a.receiver_as, a.due, a.changed";

  /// The reason's code of a refusal among the reasons.
  static final String CODE = "code";

  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  private AchievementRows() {}

  static Achievement achievement(ResultSet row, int number) throws SQLException {
    return new Achievement(
        row.getLong("id"),
        row.getLong("organisation"),
        form(row, "form"),
        state(row),
        row.getLong("edit"),
        row.getInt("version"),
        row.getBoolean("open"),
        new Achievement.Duty(
            id(row, "receiver"),
            row.getString("receiver_as"),
            row.getObject("due", LocalDate.class),
            instant(row, "changed")));
  }

  private static AchievementState state(ResultSet row) throws SQLException {
    var moment =
        new Moment(instant(row, "state_at"), id(row, "state_by"), row.getString("state_as"));
    Map<String, String> reasons = texts(row.getString("reasons"));
    String whole = reasons.getOrDefault(AchievementState.SentBack.WHOLE, "");
    String code = row.getString("state");
    return switch (code) {
      case "draft" -> new AchievementState.Draft(moment);
      case "submitted" -> new AchievementState.Submitted(moment);
      case "sent_back" -> new AchievementState.SentBack(moment, reasons);
      case "registered" -> new AchievementState.Registered(moment, number(row));
      case "refused" ->
          new AchievementState.Refused(
              moment, RefusalReason.find(reasons.getOrDefault(CODE, "")).orElseThrow(), whole);
      case "withdrawn" -> new AchievementState.Withdrawn(moment, number(row), whole);
      default -> throw new IllegalStateException("an achievement in the state " + code);
    };
  }

  private static RegistrationNumber number(ResultSet row) throws SQLException {
    return new RegistrationNumber(row.getString("number"));
  }

  static AchievementVersion version(ResultSet row, int number) throws SQLException {
    Instant decided = findInstant(row, "decided");
    return new AchievementVersion(
        row.getInt("number"),
        form(row, "form"),
        new Moment(instant(row, "made"), id(row, "made_by"), row.getString("made_as")),
        row.getString("outcome"),
        texts(row.getString("reasons")),
        decided == null
            ? null
            : new Moment(decided, id(row, "decided_by"), row.getString("decided_as")));
  }

  static FilledForm form(ResultSet row, String column) throws SQLException {
    return new FilledForm(texts(row.getString(column)));
  }

  static Map<String, String> texts(String json) {
    return JsonMapper.shared().readValue(json, TEXTS);
  }

  static String json(Map<String, String> texts) {
    return JsonMapper.shared().writeValueAsString(texts);
  }

  static @Nullable Long id(ResultSet row, String column) throws SQLException {
    long id = row.getLong(column);
    return row.wasNull() ? null : id;
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant findInstant(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
