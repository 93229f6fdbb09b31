package org.ronghe.atlas.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.rank.Profile;
import org.ronghe.atlas.rank.Profile.LonLat;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.rank.Ranking;

/// The clusters' outlines as GeoJSON (RFC 7946): WGS 84 longitude and latitude, exterior rings
/// counter-clockwise, cut at the antimeridian.
final class GeoJson {
  private GeoJson() {}

  /// Writes one feature a cluster, in rank order, one a line.
  static void write(BufferedWriter out, Ranking ranking) throws IOException {
    out.write("{\"type\":\"FeatureCollection\",\"features\":[");
    var comma = "\n";
    for (var cluster : ranking.clusters()) {
      var profile = cluster.profile();
      if (profile != null) {
        out.write(comma);
        out.write(Json.of(feature(cluster, profile)));
        comma = ",\n";
      }
    }
    out.write("\n]}\n");
  }

  private static Object feature(RankedCluster cluster, Profile profile) {
    var properties = new LinkedHashMap<String, @Nullable Object>();
    properties.put("rank", cluster.rank());
    properties.put("name", cluster.name().english());
    properties.put("name_zh", cluster.name().chinese());
    properties.put("economies", cluster.economies());
    properties.put("score", cluster.score());
    for (var figure : cluster.figures()) {
      properties.put(figure.metric(), figure.count());
    }
    properties.put("population", profile.place().population());
    var feature = new LinkedHashMap<String, @Nullable Object>();
    feature.put("type", "Feature");
    feature.put("id", cluster.label());
    feature.put("properties", properties);
    feature.put("geometry", geometry(profile.place().outline()));
    return feature;
  }

  private static Object geometry(List<List<List<LonLat>>> polygons) {
    var geometry = new LinkedHashMap<String, Object>();
    var coordinates = new ArrayList<Object>();
    for (var polygon : polygons) {
      coordinates.add(polygon.stream().map(GeoJson::ring).toList());
    }
    boolean single = polygons.size() == 1;
    geometry.put("type", single ? "Polygon" : "MultiPolygon");
    geometry.put("coordinates", single ? coordinates.getFirst() : coordinates);
    return geometry;
  }

  private static List<List<Double>> ring(List<LonLat> ring) {
    return ring.stream().map(p -> List.of(p.lonDegrees(), p.latDegrees())).toList();
  }
}
