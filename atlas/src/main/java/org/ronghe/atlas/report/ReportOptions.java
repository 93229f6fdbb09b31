package org.ronghe.atlas.report;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What an operator may choose about a report.
///
/// @param language the language it opens in: Chinese, anything else is English; both are inside
/// @param baseMapGeoJson a GeoJSON file (RFC 7946) drawn instead of the land outline, such as the
///   standard map a country's law asks for; areas are filled, lines are drawn; null for the land
/// @param mapApproval a line printed under the map, such as the standard map's approval number;
///   empty for none
public record ReportOptions(Locale language, @Nullable Path baseMapGeoJson, String mapApproval) {

  /// The land outline, opened in `language`.
  public static ReportOptions of(Locale language) {
    return new ReportOptions(language, null, "");
  }

  /// The same with an operator's base map and its approval line.
  public ReportOptions withBaseMap(Path geoJson, String approval) {
    return new ReportOptions(language, geoJson, approval);
  }

  boolean chinese() {
    return language.getLanguage().equals("zh");
  }
}
