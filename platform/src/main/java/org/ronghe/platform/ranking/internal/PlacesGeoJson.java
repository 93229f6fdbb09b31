package org.ronghe.platform.ranking.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.web.View;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The clusters for the interactive map: outline, centre, what to say and where to go.
@Controller
@Tag(name = "rankings")
class PlacesGeoJson {
  private static final double LARGEST_RADIUS_PIXELS = 18;
  private static final double SMALLEST_RADIUS_PIXELS = 3;

  private final StoredRankings rankings;
  private final ClusterTable clusters;

  PlacesGeoJson(StoredRankings rankings, ClusterTable clusters) {
    this.rankings = rankings;
    this.clusters = clusters;
  }

  @GetMapping({"/rankings/{id}/places", "/api/v1/rankings/{id}/places"})
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Reads the clusters of a ranking as GeoJSON")
  @ResponseBody
  ResponseEntity<String> all(View view, @PathVariable long id) {
    RankingHead ranking = rankings.get(id);
    return answer(view, ranking, clusters.all(ranking));
  }

  @GetMapping("/rankings/{id}/clusters/{label}/place")
  @Allow(Rule.SIGNED_IN)
  ResponseEntity<String> one(View view, @PathVariable long id, @PathVariable int label) {
    RankingHead ranking = rankings.get(id);
    return answer(view, ranking, List.of(clusters.get(ranking, label)));
  }

  private ResponseEntity<String> answer(View view, RankingHead ranking, List<Cluster> chosen) {
    Map<Integer, String> outlines = clusters.outlines(ranking);
    double highest = chosen.stream().mapToDouble(Cluster::score).max().orElse(1);
    var features =
        chosen.stream()
            .filter(cluster -> cluster.place() != null)
            .map(c -> feature(view, ranking, c, outlines.get(c.label()), highest))
            .toList();
    String json =
        JsonMapper.shared()
            .writeValueAsString(Map.of("type", "FeatureCollection", "features", features));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/geo+json"))
        .header("Cache-Control", "private, no-cache")
        .body(json);
  }

  private static Map<String, @Nullable Object> feature(
      View view, RankingHead ranking, Cluster c, @Nullable String outline, double highest) {
    var place = java.util.Objects.requireNonNull(c.place());
    double part = highest > 0 ? Math.max(0, c.score()) / highest : 0;
    Map<String, @Nullable Object> properties = new LinkedHashMap<>();
    properties.put("id", Integer.toString(c.label()));
    properties.put("name", view.either(c.name().english(), c.name().chinese()));
    properties.put(
        "note",
        view.text(
            "ranking.map.note", c.rank(), view.number(c.score(), ranking.shape().scoreDecimals())));
    properties.put("href", "/rankings/" + ranking.id() + "/clusters/" + c.label());
    properties.put(
        "size", Math.max(SMALLEST_RADIUS_PIXELS, LARGEST_RADIUS_PIXELS * Math.sqrt(part)));
    properties.put("lon", place.lonDegrees());
    properties.put("lat", place.latDegrees());
    Map<String, @Nullable Object> feature = new LinkedHashMap<>();
    feature.put("type", "Feature");
    feature.put("id", c.label());
    feature.put("properties", properties);
    feature.put("geometry", geometry(outline));
    return feature;
  }

  private static @Nullable Map<String, Object> geometry(@Nullable String outline) {
    if (outline == null) {
      return null;
    }
    JsonNode coordinates = JsonMapper.shared().readTree(outline);
    return Map.of("type", "MultiPolygon", "coordinates", coordinates);
  }
}
