package org.ronghe.platform.facts.dictionary;

/// What the check of a value answers.
public sealed interface ValueCheck {
  /// The text is a value of the attribute.
  record Valid(FactValue value) implements ValueCheck {}

  /// It is not.
  ///
  /// @param textKey the key of the sentence that says why, whose `{0}` and `{1}` are found and expected
  /// @param found what stands there
  /// @param expected what could stand there; empty where the sentence says all
  record Invalid(String textKey, String found, String expected) implements ValueCheck {}
}
