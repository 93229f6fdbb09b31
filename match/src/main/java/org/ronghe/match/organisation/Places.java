package org.ronghe.match.organisation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which countries a text names.
final class Places {
  private static final List<String> US_STATES =
      List.of(
          "alabama",
          "alaska",
          "arizona",
          "arkansas",
          "california",
          "colorado",
          "connecticut",
          "delaware",
          "florida",
          "hawaii",
          "idaho",
          "illinois",
          "indiana",
          "iowa",
          "kansas",
          "kentucky",
          "louisiana",
          "maine",
          "maryland",
          "massachusetts",
          "michigan",
          "minnesota",
          "mississippi",
          "missouri",
          "montana",
          "nebraska",
          "nevada",
          "new hampshire",
          "new jersey",
          "new mexico",
          "new york",
          "north carolina",
          "north dakota",
          "ohio",
          "oklahoma",
          "oregon",
          "pennsylvania",
          "rhode island",
          "south carolina",
          "south dakota",
          "tennessee",
          "texas",
          "utah",
          "vermont",
          "virginia",
          "washington",
          "west virginia",
          "wisconsin",
          "wyoming");
  private static final List<String> EVERYDAY =
      List.of(
          "US:usa",
          "US:us",
          "GB:uk",
          "GB:england",
          "GB:scotland",
          "GB:wales",
          "GB:great britain",
          "GB:northern ireland",
          "CN:peoples republic china",
          "CN:pr china",
          "CN:p r china",
          "CN:中 国",
          "KR:korea",
          "KR:republic korea",
          "KR:south korea",
          "DE:deutschland",
          "DE:frg",
          "DE:west germany",
          "ES:espana",
          "IT:italia",
          "BR:brasil",
          "CH:schweiz",
          "AT:osterreich",
          "NL:netherlands",
          "NL:holland",
          "BE:belgique",
          "RU:russia",
          "RU:russian federation",
          "TW:taiwan",
          "HK:hong kong",
          "CZ:czech republic",
          "TR:turkey",
          "TR:turkiye",
          "IR:iran",
          "VN:vietnam",
          "VN:viet nam",
          "JP:japan",
          "MX:mexico",
          "AE:uae",
          "NO:norge",
          "SE:sverige",
          "DK:danmark",
          "PL:polska",
          "SY:syria",
          "EG:egypt");

  /// Names that are also cities, persons or states elsewhere.
  private static final Set<String> AMBIGUOUS = Set.of("georgia", "jersey", "us");

  private final Map<String, String> countries = new HashMap<>();

  Places() {
    for (String code : Locale.getISOCountries()) {
      String name = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
      countries.put(String.join(" ", NameForm.words(name)), code);
    }
    for (String entry : EVERYDAY) {
      countries.put(String.join(" ", NameForm.words(entry.substring(3))), entry.substring(0, 2));
    }
    for (String state : US_STATES) {
      countries.put(state, "US");
    }
    countries.keySet().removeAll(AMBIGUOUS);
    countries.remove("");
  }

  /// The countries that a sequence of words names.
  Set<String> countries(List<String> words) {
    Set<String> found = new HashSet<>();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + 3); to++) {
        String code = countries.get(String.join(" ", words.subList(from, to)));
        if (code != null) {
          found.add(code);
        }
      }
    }
    return found;
  }
}
