package org.ronghe.platform.ranking.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The files of a small result, to be spoilt by tests.
final class SampleResult {
  private final Map<String, String> files = new LinkedHashMap<>();

  private SampleResult() {}

  /// Two clusters, with everything a page can show.
  static SampleResult good() {
    var result = new SampleResult();
    result.files.put(
        ResultFolder.RUN,
        """
        {"software": {"name": "ronghe", "version": "0.1.0"},
         "method": {"id": "gii-2023", "title": "GII 2023", "values": [
           {"name": "metrics.pct.weight", "value": "1", "source": "Appendix", "unconfirmed": false},
           {"name": "metrics.publications.weight", "value": "1", "source": "", "unconfirmed": true},
           {"name": "cluster.radius-km", "value": "15", "source": "", "unconfirmed": true}]},
         "options": {}, "inputs": [{"path": "works.jsonl", "kind": "openalex-works", "bytes": 12345,
           "sha256": "ab12", "records": 1000}],
         "steps": {"records.read": 1000, "clusters": 2},
         "located_by": {"coordinates": 900, "unlocated": 200},
         "weights": {"counted": 1000.0, "located": 800.0, "unlocated": 200.0},
         "rejects": {"not-json": 2}, "world": {"pct": 500.0, "publications": 900.0}}
        """);
    result.files.put(
        ResultFolder.CLUSTERS,
        """
        {"format": 1, "method": {"id": "gii-2023"},
         "title": {"name": "GII 2023 clusters", "name_zh": "2023 年科技集群"}, "score_decimals": 2,
         "metrics": [
           {"id": "pct", "name": "PCT applications", "name_zh": "PCT 国际专利申请", "world": 500.0},
           {"id": "publications", "name": "Scientific publications", "name_zh": "科学出版物", "world": 900.0}],
         "notes": [{"name": "A sample.", "name_zh": "样例。"}],
         "clusters": [
           {"cluster": 3, "rank": 1, "name": "Tokyo–Yokohama", "name_zh": "东京–横滨",
            "economies": ["JP"], "score": 12.5, "near_tie": false,
            "figures": [{"metric": "pct", "count": 100.5, "share_percent": 7.5, "per_million": 3.1},
                        {"metric": "publications", "count": 45, "share_percent": 5, "per_million": null}],
            "lat": 35.68, "lon": 139.69, "population": 30000000, "contributions": 400,
            "cities": [{"name": "Tokyo", "id": "", "count": 80}],
            "organisations": [{"name": "University of <Tokyo>", "id": "o1", "count": 50.5}, {"name": "", "id": "o2", "count": 1}],
            "fields": [{"name": "Medicine", "name_zh": "医学", "count": 20}],
            "partners": [{"cluster": 8, "name": "Shanghai–Suzhou", "name_zh": "上海–苏州", "strength": 4.5}],
            "trend": [{"year": 2021, "metric": "pct", "count": 40}, {"year": 2022, "metric": "pct", "count": 60.5}]},
           {"cluster": 8, "rank": 2, "name": "Shanghai–Suzhou", "name_zh": "上海–苏州",
            "economies": ["CN"], "score": 10.25, "near_tie": true,
            "figures": [{"metric": "pct", "count": 80, "share_percent": 6, "per_million": 2.5},
                        {"metric": "publications", "count": 38, "share_percent": 4.25, "per_million": 1.5}],
            "lat": 31.2, "lon": 121.4, "population": 25000000, "contributions": 380,
            "cities": [], "organisations": [], "fields": [], "partners": [], "trend": []}]}
        """);
    result.files.put(
        ResultFolder.OUTLINES,
        """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "id": 3, "properties": {}, "geometry": {"type": "Polygon",
            "coordinates": [[[139, 35], [140, 35], [140, 36], [139, 36], [139, 35]]]}}]}
        """);
    result.files.put(
        ResultFolder.COLLABORATION,
        """
        cluster_a,name_a,cluster_b,name_b,strength
        3,Tokyo–Yokohama,3,Tokyo–Yokohama,9.5
        3,"Tokyo, ""Yokohama\""",8,Shanghai–Suzhou,4.5
        """);
    result.files.put(
        ResultFolder.UNLOCATED,
        """
        affiliation,id,contributions,weight
        Somewhere College,,120,80.5
        """);
    return result;
  }

  /// Replaces a text in a file.
  SampleResult change(String file, String text, String by) {
    String before = files.get(file);
    if (before == null || !before.contains(text)) {
      throw new IllegalArgumentException(file + " has no " + text);
    }
    files.put(file, before.replace(text, by));
    return this;
  }

  /// Leaves a file out.
  SampleResult without(String file) {
    files.remove(file);
    return this;
  }

  Path into(Path folder) throws IOException {
    for (var file : files.entrySet()) {
      Files.writeString(folder.resolve(file.getKey()), file.getValue());
    }
    return folder;
  }

  /// As a zip file with a folder inside.
  byte[] zip() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (var file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry("result/" + file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
      zip.putNextEntry(new ZipEntry("../../report.html"));
      zip.write("never unpacked".getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
