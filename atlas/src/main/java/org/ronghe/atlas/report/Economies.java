package org.ronghe.atlas.report;

import java.util.Locale;
import java.util.Map;
import org.ronghe.atlas.method.Bilingual;

/// Names of economies.
///
/// From the JDK's locale data (Unicode CLDR); the three economies that WIPO's tables list with the
/// country they belong to are named as there and, in Chinese, in the official short form.
public final class Economies {
  private static final Map<String, Bilingual> AS_WIPO =
      Map.of(
          "HK", new Bilingual("Hong Kong, China", "中国香港"),
          "MO", new Bilingual("Macao, China", "中国澳门"),
          "TW", new Bilingual("Taiwan, Province of China", "中国台湾"));

  private Economies() {}

  /// The name of an ISO 3166-1 alpha-2 code; the code itself when it is none.
  public static Bilingual name(String code) {
    var known = AS_WIPO.get(code);
    if (known != null) {
      return known;
    }
    if (!code.matches("[A-Z]{2}")) {
      return new Bilingual(code, code);
    }
    var region = new Locale.Builder().setRegion(code).build();
    return new Bilingual(
        region.getDisplayCountry(Locale.ENGLISH),
        region.getDisplayCountry(Locale.SIMPLIFIED_CHINESE));
  }
}
