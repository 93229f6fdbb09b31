package org.ronghe.atlas.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// An operator's own base map: areas and lines of a GeoJSON file (RFC 7946) on the sheet.
///
/// Points are left out. A line that leaps over the antimeridian is broken there.
final class BaseMap {
  /// Path data in tenths of a unit of the sheet.
  static final int UNITS = 10;

  private static final int LARGEST_FILE = 64 * 1024 * 1024;

  private final SvgPath areas = new SvgPath(UNITS);
  private final SvgPath lines = new SvgPath(UNITS);

  private BaseMap() {}

  /// @throws ProblemException FILE_MISSING, or FILE_UNREADABLE when it is no GeoJSON with areas or
  ///   lines
  static BaseMap read(Path path) {
    if (!Files.isRegularFile(path)) {
      throw new ProblemException(ErrorCode.FILE_MISSING, path);
    }
    var map = new BaseMap();
    try {
      if (Files.size(path) > LARGEST_FILE) {
        throw unreadable(path, "larger than 64 MB");
      }
      // JSON is a subset of YAML, and a reader of YAML is at hand.
      var settings =
          LoadSettings.builder().setLabel(path.toString()).setCodePointLimit(LARGEST_FILE).build();
      map.add(new Load(settings).loadFromString(Files.readString(path, StandardCharsets.UTF_8)));
    } catch (IOException | YamlEngineException e) {
      throw unreadable(path, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    } catch (NotGeoJsonException e) {
      throw unreadable(path, String.valueOf(e.getMessage()));
    }
    if (map.areas().isEmpty() && map.lines().isEmpty()) {
      throw unreadable(path, "no GeoJSON areas or lines");
    }
    return map;
  }

  /// Path data of the areas.
  String areas() {
    return areas.toString();
  }

  /// Path data of the lines.
  String lines() {
    return lines.toString();
  }

  private static ProblemException unreadable(Path path, String reason) {
    return new ProblemException(ErrorCode.FILE_UNREADABLE, path, reason);
  }

  private static final class NotGeoJsonException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotGeoJsonException(String message) {
      super(message);
    }
  }

  private void add(@Nullable Object object) {
    if (object == null) {
      return; // RFC 7946 lets a feature's geometry be null
    }
    if (!(object instanceof Map<?, ?> map) || !(map.get("type") instanceof String type)) {
      throw new NotGeoJsonException("not a GeoJSON object");
    }
    switch (type) {
      case "FeatureCollection" -> list(map.get("features")).forEach(this::add);
      case "GeometryCollection" -> list(map.get("geometries")).forEach(this::add);
      case "Feature" -> add(map.get("geometry"));
      case "Polygon" -> polygon(map.get("coordinates"));
      case "MultiPolygon" -> list(map.get("coordinates")).forEach(this::polygon);
      case "LineString" -> line(lines, map.get("coordinates"), false);
      case "MultiLineString" ->
          list(map.get("coordinates")).forEach(line -> line(lines, line, false));
      case "Point", "MultiPoint" -> {}
      default -> throw new NotGeoJsonException("unknown GeoJSON type " + type);
    }
  }

  private void polygon(@Nullable Object rings) {
    list(rings).forEach(ring -> line(areas, ring, true));
  }

  private static void line(SvgPath path, @Nullable Object positions, boolean closed) {
    path.begin();
    double lonBefore = Double.NaN;
    for (var position : list(positions)) {
      var numbers = list(position);
      if (numbers.size() < 2) {
        throw new NotGeoJsonException("a position with fewer than two numbers");
      }
      double lon = number(numbers.get(0), 180);
      double lat = number(numbers.get(1), 90);
      if (!closed && Math.abs(lon - lonBefore) > 180) {
        path.begin();
      }
      path.point(EqualEarth.x(lat, lon), EqualEarth.y(lat));
      lonBefore = lon;
    }
    if (closed) {
      path.close();
    }
  }

  private static List<?> list(@Nullable Object value) {
    if (value instanceof List<?> list) {
      return list;
    }
    throw new NotGeoJsonException("a list is missing");
  }

  private static double number(@Nullable Object value, double limit) {
    if (value instanceof Number number && Math.abs(number.doubleValue()) <= limit) {
      return number.doubleValue();
    }
    throw new NotGeoJsonException("not a coordinate in degrees (WGS 84): " + value);
  }
}
