package org.ronghe.platform.facts.identifier;

import java.util.Locale;

/// ORCID iD: 16 digits in blocks of four, the last a check by ISO/IEC 7064 MOD 11-2; the normal
/// form has hyphens and no address before it.
///
/// Source: https://support.orcid.org/hc/en-us/articles/360006897674
final class OrcidId {
  private static final int LENGTH = 16;

  private OrcidId() {}

  static IdentifierCheck check(String text) {
    String id =
        text.toUpperCase(Locale.ROOT)
            .replaceFirst("^(HTTPS?://)?(WWW\\.)?ORCID\\.ORG/", "")
            .replaceFirst("^ORCID:", "")
            .replaceAll("[\\s-]", "");
    if (id.length() != LENGTH) {
      return IdentifierCheck.fault(
          IdentifierFault.LENGTH, String.valueOf(id.length()), String.valueOf(LENGTH));
    }
    int total = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = id.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return IdentifierCheck.fault(
            IdentifierFault.CHARACTER, String.valueOf(id.charAt(i)), "0-9");
      }
      total = (total + digit) * 2 % 11;
    }
    int value = (12 - total) % 11;
    char expected = value == 10 ? 'X' : (char) ('0' + value);
    char found = id.charAt(LENGTH - 1);
    return found == expected
        ? new IdentifierCheck.Valid(id.replaceAll("(.{4})(?!$)", "$1-"))
        : IdentifierCheck.fault(
            IdentifierFault.CHECK, String.valueOf(found), String.valueOf(expected));
  }
}
