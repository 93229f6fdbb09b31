package org.ronghe.platform.facts.identifier;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// ISO 3166-1 code; three letters are turned into the two that are stored.
final class CountryCode {
  private static final Set<String> ALPHA_2 =
      Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
  private static final Map<String, String> BY_ALPHA_3 =
      ALPHA_2.stream()
          .collect(
              Collectors.toUnmodifiableMap(
                  code -> Locale.of("", code).getISO3Country(), code -> code));

  private CountryCode() {}

  static boolean isAlpha2(String code) {
    return ALPHA_2.contains(code);
  }

  static IdentifierCheck check(String text) {
    String code = text.toUpperCase(Locale.ROOT);
    if (ALPHA_2.contains(code)) {
      return new IdentifierCheck.Valid(code);
    }
    String byThree = BY_ALPHA_3.get(code);
    return byThree != null
        ? new IdentifierCheck.Valid(byThree)
        : IdentifierCheck.fault(IdentifierFault.UNKNOWN, code, "CN, US, DE …");
  }
}
