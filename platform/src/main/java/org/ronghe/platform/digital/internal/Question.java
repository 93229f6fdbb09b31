package org.ronghe.platform.digital.internal;

import java.util.List;
import java.util.Map;

/// A question, with the fields it is answered in.
///
/// @param key `q1` to `q15`, a scene's code, or `award`
/// @param part where it stands: `foundation`, `management`, `effect`, `constraint`, `guidance` or
///   `award`
public record Question(String key, String part, List<Field> fields) {
  public Question {
    fields = List.copyOf(fields);
  }

  /// One answer.
  ///
  /// @param name of the control
  /// @param attribute of the dictionary that it answers
  /// @param most the greatest whole number
  /// @param back how many years ago, for figures of years
  public record Field(String name, String attribute, Kind kind, int most, int back) {}

  /// How an answer is given.
  public enum Kind {
    COUNT,
    SHARE,
    CODE,
    YES_NO,
    MONEY
  }

  /// Whether two sets of answers agree on it.
  public boolean same(Map<String, String> one, Map<String, String> other) {
    return fields.stream()
        .allMatch(field ->
            one.getOrDefault(field.name(), "").equals(other.getOrDefault(field.name(), "")));
  }
}
