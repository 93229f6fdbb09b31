package org.ronghe.platform.web;

import java.util.LinkedHashMap;
import java.util.Map;

/// A condition for a WHERE clause with the values of its named parameters.
///
/// @param sql never empty; `true` where nothing is asked
/// @param parameters by name
public record SqlCondition(String sql, Map<String, Object> parameters) {
  /// What every row meets.
  public static final SqlCondition ALL = new SqlCondition("true", Map.of());

  public SqlCondition {
    parameters = Map.copyOf(parameters);
  }

  /// Both conditions. Their parameters have different names.
  public SqlCondition and(SqlCondition other) {
    if (sql.equals("true")) {
      return other;
    }
    if (other.sql.equals("true")) {
      return this;
    }
    var all = new LinkedHashMap<>(parameters);
    other.parameters.forEach((name, value) -> {
      if (all.put(name, value) != null) {
        throw new IllegalArgumentException("two parameters " + name);
      }
    });
    return new SqlCondition("(" + sql + ") AND (" + other.sql + ")", all);
  }
}
