package org.ronghe.platform.facts.dictionary;

import java.util.Set;

/// Something that can be said about a subject.
///
/// @param key stable name in snake case
/// @param group the group it is shown in
/// @param values which values it takes
/// @param use of what, for which time, read by whom
/// @param source law, standard or other official text that defines it; empty where none does
public record Attribute(
    String key,
    AttributeGroup group,
    Words name,
    Words definition,
    ValueRule values,
    Use use,
    String source) {
  /// Where and how an attribute is used.
  ///
  /// @param subjects what it can be said of
  /// @param period the time a value holds for
  /// @param multiple whether several values can hold at once
  /// @param sensitivity who may read it
  public record Use(
      Set<SubjectKind> subjects, Period period, boolean multiple, Sensitivity sensitivity) {
    public Use {
      subjects = java.util.Collections.unmodifiableSet(java.util.EnumSet.copyOf(subjects));
    }
  }

  /// The type of its values.
  public AttributeType type() {
    return values.type();
  }

  /// The time a value holds for.
  public Period period() {
    return use.period();
  }

  /// Whether facts of it are for the organisation's own people, the bureau and auditors.
  public boolean internal() {
    return use.sensitivity() == Sensitivity.INTERNAL;
  }

  /// Reads a value as a person, a file or the API gives it.
  public ValueCheck check(String text) {
    return ValueReader.read(values, text);
  }

  /// Checks a value that is already of a Java type.
  public ValueCheck check(FactValue value) {
    return ValueReader.judge(values, value);
  }
}
