package org.ronghe.platform.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/// Places drawn as dots, the larger the more there is; for print and as a first sight.
///
/// @param dots the largest first
public record PointMap(List<Dot> dots) {
  private static final double SIDE = 400;
  private static final double MARGIN = 24;
  private static final double LARGEST = 18;
  private static final double SMALLEST = 3;

  public PointMap {
    dots = List.copyOf(dots);
  }

  /// A place.
  ///
  /// @param count how much there is
  public record Place(long id, String name, long count, double latDegrees, double lonDegrees) {}

  /// A dot on the sheet, coordinates as printed.
  public record Dot(Place place, String x, String y, String radius) {}

  /// The sheet's `viewBox`.
  public static String viewBox() {
    return "0 0 %.0f %.0f".formatted(SIDE, SIDE);
  }

  /// Lays places out so that all fit; degrees of longitude are as long as they are at the middle.
  public static PointMap of(List<Place> places) {
    if (places.isEmpty()) {
      return new PointMap(List.of());
    }
    double south = places.stream().mapToDouble(Place::latDegrees).min().orElse(0);
    double north = places.stream().mapToDouble(Place::latDegrees).max().orElse(0);
    double west = places.stream().mapToDouble(Place::lonDegrees).min().orElse(0);
    double east = places.stream().mapToDouble(Place::lonDegrees).max().orElse(0);
    double narrowing = Math.cos(Math.toRadians((south + north) / 2));
    double reach = Math.max(0.01, Math.max(north - south, (east - west) * narrowing));
    double scale = (SIDE - 2 * MARGIN) / reach;
    long most = places.stream().mapToLong(Place::count).max().orElse(1);
    return new PointMap(
        places.stream()
            .map(place ->
                new Dot(
                    place,
                    print(SIDE / 2 + (place.lonDegrees() - (west + east) / 2) * narrowing * scale),
                    print(SIDE / 2 - (place.latDegrees() - (south + north) / 2) * scale),
                    print(radius(place.count(), most))))
            .toList());
  }

  /// The places as GeoJSON for the interactive map.
  ///
  /// @param note what is said of a place beside its name
  /// @param href where a click leads
  public String geoJson(Function<Place, String> note, Function<Place, String> href) {
    List<Map<String, Object>> features =
        dots.stream().map(dot -> feature(dot, note, href)).toList();
    return JsonMapper.shared()
        .writeValueAsString(Map.of("type", "FeatureCollection", "features", features));
  }

  private static Map<String, Object> feature(
      Dot dot, Function<Place, String> note, Function<Place, String> href) {
    Place place = dot.place();
    var properties = new LinkedHashMap<String, Object>();
    properties.put("id", Long.toString(place.id()));
    properties.put("name", place.name());
    properties.put("note", note.apply(place));
    properties.put("href", href.apply(place));
    properties.put("size", Double.valueOf(dot.radius()));
    properties.put("lon", place.lonDegrees());
    properties.put("lat", place.latDegrees());
    return Map.of(
        "type",
        "Feature",
        "id",
        place.id(),
        "properties",
        properties,
        "geometry",
        Map.of("type", "Point", "coordinates", List.of(place.lonDegrees(), place.latDegrees())));
  }

  private static double radius(long count, long most) {
    return Math.max(SMALLEST, LARGEST * Math.sqrt((double) count / most));
  }

  private static String print(double number) {
    return String.format(Locale.ROOT, "%.1f", number);
  }
}
