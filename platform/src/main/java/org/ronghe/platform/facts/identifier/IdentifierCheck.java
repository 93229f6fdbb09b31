package org.ronghe.platform.facts.identifier;

/// What a check of an identifier answers.
public sealed interface IdentifierCheck {
  /// The text is right.
  ///
  /// @param normalised the one form under which it is stored and compared
  record Valid(String normalised) implements IdentifierCheck {}

  /// The text is wrong.
  ///
  /// @param fault why
  /// @param found the part that is wrong
  /// @param expected what should stand there, or an example; empty where the fault says all
  record Invalid(IdentifierFault fault, String found, String expected) implements IdentifierCheck {}

  /// Short for an [Invalid].
  static IdentifierCheck fault(IdentifierFault fault, String found, String expected) {
    return new Invalid(fault, found, expected);
  }
}
