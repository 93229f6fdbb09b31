package org.ronghe.platform.facts.identifier;

import java.util.Locale;

/// Why a text is no identifier of its scheme.
public enum IdentifierFault {
  /// Nothing but blanks.
  EMPTY,
  /// Too short or too long.
  LENGTH,
  /// A character that the scheme's alphabet does not have.
  CHARACTER,
  /// The parts do not stand as the scheme says.
  FORMAT,
  /// The check character does not fit the rest: something was mistyped.
  CHECK,
  /// The check character is left out.
  CHECK_MISSING,
  /// Well formed, but no such code in the list of codes.
  UNKNOWN;

  /// The key of the sentence that says so, whose `{0}` and `{1}` are found and expected.
  public String textKey() {
    return "facts.identifier.fault." + name().toLowerCase(Locale.ROOT);
  }
}
