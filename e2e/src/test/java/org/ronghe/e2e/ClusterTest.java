package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterTest {
  private static final String POINTS =
      """
      id,lat,lon,weight
      武汉,30.52,114.36,30
      光谷,30.50,114.41,30
      巴黎,48.85,2.35,40
      """;

  @TempDir Path folder;

  @Test
  void pointsBecomeLabels() throws Exception {
    Path points = points(POINTS);
    Path labels = folder.resolve("标签.csv");
    Launch.Finished run = cluster(points, "--out", labels.toString()).run();
    assertThat(run.exitCode()).as(run.all()).isZero();
    assertThat(labels).hasContent("id,cluster,core\n武汉,武汉,true\n光谷,武汉,true\n巴黎,,false\n");
    assertThat(cluster(points).run().out()).isEqualTo(Files.readString(labels));
  }

  @Test
  void tooManyBadRowsEndWithThreeAndAreListed() throws Exception {
    Path points = points(POINTS + "bad,91,0,1\n");
    Path labels = folder.resolve("labels.csv");
    Launch.Finished run = cluster(points, "--out", labels.toString()).run();
    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(labels).exists();
    assertThat(folder.resolve("labels.rejects.jsonl")).content().contains("\"line\":5");
    assertThat(cluster(points, "--max-rejects", "50%").run().exitCode()).isZero();
  }

  @Test
  void mistakesAreAnsweredWithASentenceAndNoTrace() throws Exception {
    Path points = points(POINTS);
    check(Launch.ronghe("cluster", "gone.csv", "--radius-km=1", "--min-weight=1"), 2, "gone.csv");
    check(Launch.ronghe("cluster", points.toString(), "--radius=1"), 2, "--radius-km");
    check(cluster(points("id;lat\n1;2\n")), 2, "\"lon\"");
    check(cluster(points, "--threads", "0"), 2, "--threads");
    check(cluster(points, "--out", folder.toString()), 2, folder.toString());
    check(cluster(points, "--out", "/proc/labels.csv"), 1, "/proc/labels.csv");
    check(cluster(points, "--lang", "zh", "--out", folder.toString()), 2, "已存在");
    check(cluster(points, "--json", "--out", folder.toString()), 2, "\"code\":\"output-exists\"");
  }

  private static void check(Launch launch, int exitCode, String said) throws Exception {
    Launch.Finished run = launch.run();
    assertThat(run.exitCode()).as(run.all()).isEqualTo(exitCode);
    assertThat(run.all()).contains(said).doesNotContain("Exception", "\tat ", "    at ");
  }

  private static Launch cluster(Path points, String... more) {
    var arguments = new String[5 + more.length];
    arguments[0] = "cluster";
    arguments[1] = points.toString();
    arguments[2] = "--radius-km=15";
    arguments[3] = "--min-weight=50";
    arguments[4] = "--threads=2";
    System.arraycopy(more, 0, arguments, 5, more.length);
    return Launch.ronghe(arguments);
  }

  private Path points(String table) throws IOException {
    return Files.writeString(folder.resolve("points.csv"), table);
  }
}
