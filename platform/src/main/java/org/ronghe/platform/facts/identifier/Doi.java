package org.ronghe.platform.facts.identifier;

import java.util.Locale;
import java.util.regex.Pattern;

/// DOI name: `10.`, a registrant, `/` and a suffix. DOI names do not distinguish the case of ASCII
/// letters (DOI Handbook 2.4), so the normal form is in lower case, without an address before it.
final class Doi {
  private static final Pattern PREFIX =
      Pattern.compile("^(?:(?:https?://)?(?:dx\\.|www\\.)?doi\\.org/|doi:\\s*|info:doi/)");
  private static final Pattern NAME =
      Pattern.compile("10\\.[0-9]{4,9}(?:\\.[0-9]+)*/[^\\s\\p{Cntrl}]+");

  private Doi() {}

  static IdentifierCheck check(String text) {
    String name = PREFIX.matcher(text.toLowerCase(Locale.ROOT)).replaceFirst("");
    return NAME.matcher(name).matches()
        ? new IdentifierCheck.Valid(name)
        : IdentifierCheck.fault(IdentifierFault.FORMAT, name, "10.1000/182");
  }
}
