package org.ronghe.platform.facts.identifier;

import java.util.Locale;

/// ROR id: `0`, six characters of Crockford's base 32, two check digits; the normal form is the
/// bare id in lower case.
///
/// Source: https://ror.readme.io/docs/identifier; checksum ISO/IEC 7064 MOD 97-10 over the number
/// that the first seven characters write: 98 - (n × 100 mod 97).
final class RorId {
  /// Crockford's alphabet has no i, l, o, u.
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private static final int LENGTH = 9;

  private RorId() {}

  static IdentifierCheck check(String text) {
    String id = text.toLowerCase(Locale.ROOT).replaceFirst("^(https?://)?(www\\.)?ror\\.org/", "");
    if (id.length() != LENGTH) {
      return IdentifierCheck.fault(
          IdentifierFault.LENGTH, String.valueOf(id.length()), String.valueOf(LENGTH));
    }
    if (id.charAt(0) != '0') {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, id, "033vjfk17");
    }
    long number = 0;
    for (int i = 0; i < LENGTH - 2; i++) {
      int value = ALPHABET.indexOf(id.charAt(i));
      if (value < 0) {
        return IdentifierCheck.fault(
            IdentifierFault.CHARACTER, String.valueOf(id.charAt(i)), ALPHABET);
      }
      number = number * ALPHABET.length() + value;
    }
    String expected = String.format(Locale.ROOT, "%02d", 98 - number * 100 % 97);
    String found = id.substring(LENGTH - 2);
    return found.equals(expected)
        ? new IdentifierCheck.Valid(id)
        : IdentifierCheck.fault(IdentifierFault.CHECK, found, expected);
  }
}
