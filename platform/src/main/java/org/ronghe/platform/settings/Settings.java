package org.ronghe.platform.settings;

import java.util.Optional;

/// The node's settings.
public interface Settings {
  /// As they are now.
  Setting current();

  /// Changes them.
  ///
  /// @param version the version the change was made from
  /// @throws org.ronghe.platform.problem.NodeProblem CHANGED_MEANWHILE if they are no longer that
  ///   version
  void change(Setting setting, long version);

  /// The operator's map, if there is one.
  Optional<BaseMap> findMap();

  /// The GeoJSON of the operator's map.
  Optional<String> findMapGeoJson();

  /// Takes a map that an authority approved, in place of one before it.
  ///
  /// @param name of the file
  /// @param geojson RFC 7946, longitude and latitude
  /// @param approval the number to print beside it
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID if it is no GeoJSON with areas
  ///   or lines
  void setMap(String name, String geojson, String approval);

  /// Goes back to land without borders.
  void removeMap();
}
