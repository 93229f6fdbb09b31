package org.ronghe.platform.facts.identifier;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Symbol of the International Patent Classification at any level: section `H`, class `H04`,
/// subclass `H04L`, group `H04L 9/32`. Only the syntax is judged; editions add and drop groups.
///
/// Source: Guide to the IPC (2025), paragraphs 14 to 25; the form with zeros is WIPO ST.8.
final class IpcSymbol {
  private static final Pattern SYMBOL =
      Pattern.compile("([A-H])(?:([0-9]{2})(?:([A-Z])(?: ?([0-9]{1,4})/([0-9]{2,6}))?)?)?");
  private static final Pattern ZERO_FILLED =
      Pattern.compile("([A-H][0-9]{2}[A-Z])([0-9]{4})([0-9]{6})");

  private IpcSymbol() {}

  static IdentifierCheck check(String text) {
    String symbol = text.toUpperCase(Locale.ROOT).replaceAll("\\s+", " ").replaceAll(" ?/ ?", "/");
    Matcher filled = ZERO_FILLED.matcher(symbol);
    if (filled.matches()) {
      String sub = filled.group(3).replaceFirst("0+$", "");
      symbol =
          filled.group(1)
              + " "
              + Integer.parseInt(filled.group(2))
              + "/"
              + (sub + "00").substring(0, Math.max(2, sub.length()));
    }
    Matcher parts = SYMBOL.matcher(symbol);
    if (!parts.matches()) {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, symbol, "H04L 9/32");
    }
    if ("00".equals(parts.group(2))) {
      return IdentifierCheck.fault(IdentifierFault.UNKNOWN, parts.group(2), "01-99");
    }
    if (parts.group(4) == null) {
      return new IdentifierCheck.Valid(symbol);
    }
    int group = Integer.parseInt(parts.group(4));
    if (group == 0) {
      return IdentifierCheck.fault(IdentifierFault.UNKNOWN, parts.group(4), "1-9999");
    }
    String subclass = parts.group(1) + parts.group(2) + parts.group(3);
    return new IdentifierCheck.Valid(subclass + " " + group + "/" + parts.group(5));
  }
}
