package org.ronghe.sphere;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ronghe.testkit.SharedData;

/// Compares with scikit-learn on the places of real OpenAlex authors, at six settings.
class DbscanReferenceTest {

  private static final int[][] SETTINGS = {
    {15, 20}, {15, 50}, {13, 50}, {15, 100}, {25, 100}, {50, 200}
  };

  @Test
  void coresAndNoiseAreThoseOfScikitLearnAndBordersAgree() throws IOException {
    List<String> lines =
        Files.readAllLines(SharedData.require("reference/openalex-dbscan-sklearn.csv"));
    List<String> header = List.of(lines.getFirst().split(","));
    List<String[]> rows = lines.stream().skip(1).map(line -> line.split(",")).toList();
    PointSet points = new PointSet();
    for (String[] row : rows) {
      points.add(
          Double.parseDouble(row[0]), Double.parseDouble(row[1]), Double.parseDouble(row[2]));
    }
    assertThat(points.size()).isEqualTo(1361);
    for (int[] setting : SETTINGS) {
      String name = setting[0] + "km_" + setting[1];
      int labelColumn = header.indexOf("label_" + name);
      int coreColumn = header.indexOf("core_" + name);
      int[] label = rows.stream().mapToInt(row -> Integer.parseInt(row[labelColumn])).toArray();
      int[] core = rows.stream().mapToInt(row -> Integer.parseInt(row[coreColumn])).toArray();
      compare(name, points, setting[0] * 1000.0, setting[1], label, core);
    }
  }

  private static void compare(
      String name, PointSet points, double radius, double minWeight, int[] label, int[] core) {
    Clustering found = points.cluster(radius, minWeight, 2);
    Map<Integer, Integer> theirName = new HashMap<>();
    Map<Integer, Integer> ourName = new HashMap<>();
    for (int i = 0; i < points.size(); i++) {
      assertThat(found.isCore(i)).as("%s: core %d", name, i).isEqualTo(core[i] == 1);
      assertThat(found.label(i) < 0).as("%s: noise %d", name, i).isEqualTo(label[i] < 0);
      if (core[i] == 1) {
        theirName.putIfAbsent(found.label(i), label[i]);
        ourName.putIfAbsent(label[i], found.label(i));
        assertThat(theirName.get(found.label(i))).as("%s: point %d", name, i).isEqualTo(label[i]);
        assertThat(ourName.get(label[i])).as("%s: point %d", name, i).isEqualTo(found.label(i));
      }
    }
    assertThat(found.clusters()).isEqualTo(theirName.size()).isPositive();
    for (int i = 0; i < points.size(); i++) {
      if (label[i] >= 0 && core[i] == 0) {
        assertThat(hasCoreInReach(points, i, radius, label, core))
            .as("%s: border point %d touches their cluster", name, i)
            .isTrue();
        assertThat(theirName).as("%s: border point %d", name, i).containsKey(found.label(i));
      }
    }
  }

  private static boolean hasCoreInReach(
      PointSet points, int i, double radius, int[] label, int[] core) {
    for (int j = 0; j < points.size(); j++) {
      if (core[j] == 1 && label[j] == label[i] && points.distance(i, j) <= radius) {
        return true;
      }
    }
    return false;
  }
}
