package org.ronghe.platform.ranking.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.ranking.RankingHead.Metric;
import org.ronghe.platform.ranking.RankingHead.Words;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Rows of the ranking's tables as values, and back.
final class Stored {
  private static final TypeReference<List<Metric>> METRICS = new TypeReference<>() {};

  private Stored() {}

  static RankingHead head(ResultSet row) throws SQLException {
    return new RankingHead(
        row.getLong("id"),
        row.getString("method"),
        new Words(row.getString("title_en"), row.getString("title_zh")),
        row.getString("note"),
        row.getInt("clusters"),
        JsonMapper.shared().readValue(row.getString("metrics"), METRICS),
        new RankingHead.Shape(row.getInt("score_decimals"), row.getBoolean("has_places")),
        new RankingHead.Taken(
            row.getTimestamp("created_at").toInstant(), row.getString("created_by")));
  }

  /// A row of `ranking_cluster` with its figures as a JSON array `figures`.
  static Cluster cluster(ResultSet row) throws SQLException {
    return new Cluster(
        row.getInt("label"),
        row.getInt("rank"),
        new Words(row.getString("name_en"), row.getString("name_zh")),
        texts(row.getArray("economies")),
        row.getDouble("score"),
        row.getBoolean("near_tie"),
        figures(row.getString("figures")),
        place(row));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private static Cluster.@Nullable Place place(ResultSet row) throws SQLException {
    double lat = row.getDouble("lat");
    if (row.wasNull()) {
      return null;
    }
    return new Cluster.Place(
        lat, row.getDouble("lon"), row.getLong("population"), row.getLong("contributions"));
  }

  private static List<Cluster.Figure> figures(String json) {
    var figures = new ArrayList<Cluster.Figure>();
    for (var item : JsonMapper.shared().readTree(json)) {
      figures.add(
          new Cluster.Figure(
              item.path("metric").asString(),
              item.path("count").asDouble(),
              item.path("share_percent").asDouble(),
              item.path("per_million").isNumber()
                  ? item.path("per_million").asDouble()
                  : Double.NaN));
    }
    return figures;
  }

  static String json(Object value) {
    return JsonMapper.shared().writeValueAsString(value);
  }

  static Profile profile(String json) {
    return JsonMapper.shared().readValue(json, Profile.class);
  }
}
