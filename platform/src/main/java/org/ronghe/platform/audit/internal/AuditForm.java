package org.ronghe.platform.audit.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.audit.AuditLog;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.Filters.Field;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Saying;
import org.ronghe.platform.web.SqlCondition;

/// What a reader of the log asks for, as it stands in the query of an address.
final class AuditForm {
  private static final Filters FILTERS =
      Filters.of(
          new Field("action", Filters.Kind.TEXT, "action"),
          new Field("subject", Filters.Kind.TEXT, "subject"),
          new Field("key", Filters.Kind.TEXT, "subject_key"),
          new Field("account", Filters.Kind.NUMBER, "account"),
          new Field("at", Filters.Kind.DAY, "CAST(at AT TIME ZONE 'UTC' AS date)"));

  private AuditForm() {}

  /// @param zone the zone that days are meant in
  static AuditLog.Query query(Map<String, String> asked, ZoneId zone) {
    String account = asked.getOrDefault("account", "");
    return new AuditLog.Query(
        asked.getOrDefault("action", ""),
        asked.getOrDefault("subject", ""),
        asked.getOrDefault("key", ""),
        account.isBlank() ? null : number(account),
        asked.getOrDefault("q", ""),
        day(asked.getOrDefault("from", ""), zone, 0),
        day(asked.getOrDefault("to", ""), zone, 1),
        SqlCondition.ALL);
  }

  /// What a program asks for.
  static AuditLog.Query query(ListQuery asked) {
    return AuditLog.Query.meeting(asked.search(), FILTERS.parse(asked.filter()));
  }

  /// The entry to go on before: all of them where nothing was said.
  static long before(@Nullable String cursor) {
    return cursor == null || cursor.isEmpty() ? Long.MAX_VALUE : number(cursor);
  }

  private static long number(String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new NodeProblem(ProblemCode.CURSOR_INVALID);
    }
    return Long.parseLong(text);
  }

  private static @Nullable Instant day(String text, ZoneId zone, int daysLater) {
    if (text.isBlank()) {
      return null;
    }
    try {
      return LocalDate.parse(text).plusDays(daysLater).atStartOfDay(zone).toInstant();
    } catch (DateTimeParseException e) {
      throw new NodeProblem(ProblemCode.FILTER_INVALID, Saying.of("audit.filter.no-day", text));
    }
  }
}
