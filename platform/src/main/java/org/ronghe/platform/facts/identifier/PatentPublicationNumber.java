package org.ronghe.platform.facts.identifier;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Publication number of a patent document: office, number, kind of document: `CN106654321A`,
/// `WO2019123456A1`. Without the kind it would name several documents, so the kind must be there.
///
/// Source: WIPO standards ST.3 (offices), ST.6 (numbers), ST.16 (kinds).
final class PatentPublicationNumber {
  /// Offices of ST.3 that are no country of ISO 3166-1.
  private static final Set<String> REGIONAL_OFFICES =
      Set.of("AP", "BX", "EA", "EM", "EP", "GC", "IB", "OA", "WO", "XN");

  private static final Pattern SHAPE =
      Pattern.compile("([A-Z]{2})([A-Z]{0,2}[0-9]{4,13})([A-Z][0-9]?)?");
  private static final Pattern WORLD = Pattern.compile("(?:19|20)[0-9]{8}|[0-9]{7}");
  private static final Pattern CHINA = Pattern.compile("[0-9]{7}|[0-9]{8}|[0-9]{9}");

  private PatentPublicationNumber() {}

  static IdentifierCheck check(String text) {
    String number = text.toUpperCase(Locale.ROOT).replaceAll("[\\s/,-]", "");
    var shape = SHAPE.matcher(number);
    if (!shape.matches()) {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, number, "CN106654321A");
    }
    String office = shape.group(1);
    if (!REGIONAL_OFFICES.contains(office) && !CountryCode.isAlpha2(office)) {
      return IdentifierCheck.fault(IdentifierFault.UNKNOWN, office, "CN, US, EP, WO …");
    }
    if (shape.group(3) == null) {
      return IdentifierCheck.fault(IdentifierFault.FORMAT, number, number + "A");
    }
    String serial = shape.group(2);
    boolean right =
        switch (office) {
          case "WO" -> WORLD.matcher(serial).matches();
          case "CN" -> CHINA.matcher(serial).matches();
          default -> true;
        };
    return right
        ? new IdentifierCheck.Valid(number)
        : IdentifierCheck.fault(
            IdentifierFault.FORMAT,
            serial,
            office.equals("WO") ? "WO2019123456A1" : "CN106654321A");
  }
}
