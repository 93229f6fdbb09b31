package org.ronghe.platform.facts.identifier;

import java.util.Locale;

/// Unified social credit code: 18 characters, the last of which checks the rest.
///
/// Source: GB 32100-2015 法人和其他组织统一社会信用代码编码规则, clauses 4 and 5: an alphabet of 31 characters without
/// I, O, S, V, Z; weights 3^(i-1) mod 31; check value (31 - sum mod 31) mod 31. Because 31 is a
/// prime above the alphabet's values, every wrong character and every swap of two different
/// neighbours is found.
final class UnifiedSocialCreditCode {
  private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final int LENGTH = 18;
  private static final int MODULUS = 31;

  private UnifiedSocialCreditCode() {}

  static IdentifierCheck check(String text) {
    String code = text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    if (code.length() != LENGTH) {
      return IdentifierCheck.fault(
          IdentifierFault.LENGTH, String.valueOf(code.length()), String.valueOf(LENGTH));
    }
    for (int i = 0; i < LENGTH; i++) {
      boolean region = i >= 2 && i < 8;
      char c = code.charAt(i);
      if (region ? !(c >= '0' && c <= '9') : ALPHABET.indexOf(c) < 0) {
        return IdentifierCheck.fault(
            IdentifierFault.CHARACTER, String.valueOf(c), region ? "0-9" : ALPHABET);
      }
    }
    char expected = checkCharacter(code);
    char found = code.charAt(LENGTH - 1);
    return expected == found
        ? new IdentifierCheck.Valid(code)
        : IdentifierCheck.fault(
            IdentifierFault.CHECK, String.valueOf(found), String.valueOf(expected));
  }

  /// The check character for the first 17 characters of `code`.
  static char checkCharacter(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < LENGTH - 1; i++) {
      sum += ALPHABET.indexOf(code.charAt(i)) * weight;
      weight = weight * 3 % MODULUS;
    }
    return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
  }
}
