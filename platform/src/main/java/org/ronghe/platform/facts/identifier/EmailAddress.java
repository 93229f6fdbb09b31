package org.ronghe.platform.facts.identifier;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/// Address for electronic mail: the dot-atom form of RFC 5321 (no quoted names, no bare network
/// addresses), letters beyond ASCII allowed before the @ (RFC 6531). The domain is in lower case.
final class EmailAddress {
  private static final Pattern LOCAL =
      Pattern.compile(
          "[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\\.[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~-]+)*");
  private static final int LONGEST_LOCAL = 64;
  private static final int LONGEST = 254;
  private static final String EXAMPLE = "name@example.org";

  private EmailAddress() {}

  static IdentifierCheck check(String text) {
    int at = text.lastIndexOf('@');
    if (at < 1) {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, text, EXAMPLE);
    }
    String local = text.substring(0, at);
    String domain = text.substring(at + 1).toLowerCase(Locale.ROOT);
    if (local.length() > LONGEST_LOCAL || text.length() > LONGEST) {
      return IdentifierCheck.fault(
          IdentifierFault.LENGTH, String.valueOf(text.length()), "≤ " + LONGEST);
    }
    if (!LOCAL.matcher(local).matches()) {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, local, EXAMPLE);
    }
    return isDomain(domain)
        ? new IdentifierCheck.Valid(local + "@" + domain)
        : IdentifierCheck.fault(IdentifierFault.FORMAT, domain, EXAMPLE);
  }

  /// Whether `domain` is a name of at least two labels that the domain name system can hold.
  static boolean isDomain(String domain) {
    if (!domain.contains(".") || domain.endsWith(".")) {
      return false;
    }
    try {
      return IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).length() <= 253
          && !domain.matches("[0-9.]+");
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
