package org.ronghe.atlas.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.ronghe.sphere.GeoPoint;

/// One published row: WIPO, Global Innovation Index 2023, Appendix Table 3, rows 1–34, CC BY 4.0,
/// DOI 10.34667/tind.48220.
///
/// @param rank as published
/// @param name as published
/// @param economy as published, such as `CN/HK`
/// @param patents PCT applications
/// @param publications scientific publications
/// @param cities where the cities it is named after lie (GeoNames, CC BY 4.0)
public record PublishedCluster(
    int rank, String name, String economy, int patents, int publications, List<GeoPoint> cities) {

  /// PCT applications of the world over the same years.
  public static final int WORLD_PATENTS = 1_255_500;

  /// Scientific publications of the world over the same years.
  public static final int WORLD_PUBLICATIONS = 7_459_000;

  public PublishedCluster {
    cities = List.copyOf(cities);
  }

  /// All rows, in rank order.
  public static List<PublishedCluster> all() {
    var cities = rows("cities.csv");
    var clusters = new ArrayList<PublishedCluster>();
    for (var row : rows("gii-2023.csv")) {
      var own =
          cities.stream()
              .filter(c -> c.getFirst().equals(row.getFirst()))
              .map(c -> new GeoPoint(Double.parseDouble(c.get(2)), Double.parseDouble(c.get(3))))
              .toList();
      clusters.add(
          new PublishedCluster(
              Integer.parseInt(row.getFirst()),
              row.get(1),
              row.get(2),
              Integer.parseInt(row.get(3)),
              Integer.parseInt(row.get(4)),
              own));
    }
    return clusters;
  }

  private static List<List<String>> rows(String resource) {
    var in = Objects.requireNonNull(PublishedCluster.class.getResourceAsStream(resource));
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().skip(1).map(PublishedCluster::cells).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Only names are quoted in these tables, and they hold no quotes.
  private static List<String> cells(String line) {
    var cells = new ArrayList<String>();
    var parts = line.split("\"", -1);
    for (int i = 0; i < parts.length; i++) {
      if (i % 2 == 1) {
        cells.add(parts[i]);
      } else {
        var plain = parts[i].replaceAll("^,|,$", "");
        if (!plain.isEmpty()) {
          cells.addAll(List.of(plain.split(",", -1)));
        }
      }
    }
    return cells;
  }
}
