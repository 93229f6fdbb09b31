package org.ronghe.platform.facts.identifier;

import java.util.Locale;
import java.util.regex.Pattern;

/// Application number of a Chinese patent, which is also the patent's number: up to September 2003
/// eight digits (year, kind, serial number) and a check digit, since then twelve and one. The
/// normal form is the digits, a point, the check digit: `201710601862.3`.
///
/// Source: ZC 0006-2003 专利申请号标准, clauses 4 and 5: kinds 1 invention, 2 utility model, 3 design, 8
/// and 9 the first two entering by PCT; check digit = sum of digits × 2, 3, … 9, 2, … mod 11, where
/// ten is written X.
final class ChinesePatentNumber {
  private static final Pattern PREFIX = Pattern.compile("^(?:ZL|CN)[\\s.:]*");
  private static final Pattern SHAPE = Pattern.compile("([0-9]+)(\\.?)([0-9X]?)");
  private static final String KINDS = "12389";
  private static final int OLD_DIGITS = 8;
  private static final int NEW_DIGITS = 12;
  private static final int FIRST_YEAR_OF_NEW = 2003;

  private ChinesePatentNumber() {}

  static IdentifierCheck check(String text) {
    String number =
        PREFIX.matcher(text.toUpperCase(Locale.ROOT)).replaceFirst("").replaceAll("[\\s-]", "");
    var shape = SHAPE.matcher(number);
    if (!shape.matches()) {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, number, "201710601862.3");
    }
    String plain = number.replace(".", "");
    boolean pointed = !shape.group(2).isEmpty();
    return switch (plain.length()) {
      case OLD_DIGITS, NEW_DIGITS ->
          pointed
              ? IdentifierCheck.fault(IdentifierFault.FORMAT, number, "201710601862.3")
              : IdentifierCheck.fault(
                  IdentifierFault.CHECK_MISSING,
                  plain,
                  plain.endsWith("X") ? "0-9" : "." + checkDigit(plain));
      case OLD_DIGITS + 1, NEW_DIGITS + 1 -> checked(plain);
      default ->
          IdentifierCheck.fault(IdentifierFault.LENGTH, String.valueOf(plain.length()), "9, 13");
    };
  }

  private static IdentifierCheck checked(String plain) {
    String digits = plain.substring(0, plain.length() - 1);
    String found = plain.substring(plain.length() - 1);
    boolean old = digits.length() == OLD_DIGITS;
    if (!old && Integer.parseInt(digits, 0, 4, 10) < FIRST_YEAR_OF_NEW) {
      return IdentifierCheck.fault(
          IdentifierFault.FORMAT, digits.substring(0, 4), FIRST_YEAR_OF_NEW + "-");
    }
    char kind = digits.charAt(old ? 2 : 4);
    if (KINDS.indexOf(kind) < 0) {
      return IdentifierCheck.fault(IdentifierFault.UNKNOWN, String.valueOf(kind), "1, 2, 3, 8, 9");
    }
    String expected = String.valueOf(checkDigit(digits));
    return found.equals(expected)
        ? new IdentifierCheck.Valid(digits + "." + found)
        : IdentifierCheck.fault(IdentifierFault.CHECK, found, expected);
  }

  static char checkDigit(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (2 + i % 8);
    }
    int value = sum % 11;
    return value == 10 ? 'X' : (char) ('0' + value);
  }
}
