package org.ronghe.platform.facts.identifier;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Class of GB/T 4754-2017: a section's letter and two to four digits, `C3922`. The letter may be
/// left out, as many registers do; the normal form has it.
final class IndustryClass {
  private static final Pattern SHAPE = Pattern.compile("([A-Z]?)([0-9]{2,4})?");

  private IndustryClass() {}

  static IdentifierCheck check(String text) {
    String code = text.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
    var shape = SHAPE.matcher(code);
    if (!shape.matches()) {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, code, "C3922");
    }
    String letter = shape.group(1);
    String digits = shape.group(2);
    if (digits == null) {
      return Industries.CLASSIFICATION.find(letter).isPresent()
          ? new IdentifierCheck.Valid(letter)
          : IdentifierCheck.fault(IdentifierFault.UNKNOWN, letter, "A-T");
    }
    String division = digits.substring(0, 2);
    Optional<Industry> known = Industries.CLASSIFICATION.findDivision(division);
    if (known.isEmpty()) {
      return IdentifierCheck.fault(IdentifierFault.UNKNOWN, division, "01-97");
    }
    String section = known.get().section();
    return letter.isEmpty() || letter.equals(section)
        ? new IdentifierCheck.Valid(section + digits)
        : IdentifierCheck.fault(IdentifierFault.FORMAT, letter, section + digits);
  }
}
