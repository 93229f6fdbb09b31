package org.ronghe.atlas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.method.Method.AbsoluteWeight;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.Reject;

class ClusterRunTest {
  private static final String POINTS =
      """
      name,id,lat,weight,lon
      edge,z,30.39,1,114.36
      heart,a,30.52,3,114.36
      quoted,"b,1",30.53,4,114.35
      far,d,48.85,1,2.35
      """;

  @TempDir Path folder;

  @Test
  void aClusterIsNamedByItsFirstCoreAndNoiseHasNone() throws IOException {
    Path out = folder.resolve("labels.csv");
    ClusterOutcome outcome = run(POINTS, out, Map.of());
    assertThat(out)
        .hasContent(
            """
            id,cluster,core
            z,a,false
            a,a,true
            "b,1",a,true
            d,,false
            """);
    assertThat(outcome.clusters()).isEqualTo(1);
    assertThat(outcome.clustered()).isEqualTo(3);
    assertThat(folder.toFile().list()).hasSize(2);
  }

  @Test
  void badRowsAreCollectedBesideTheLabels() throws IOException {
    Path out = folder.resolve("labels.csv");
    ClusterOutcome outcome =
        run(
            POINTS
                + """
                north,n,90.5,1,0
                again,a,0,1,0
                light,l,0,-1,0
                blank,m,0,,0
                ,,0,1,0
                """,
            out,
            Map.of());
    assertThat(outcome.rejects())
        .extracting(Reject::line, Reject::field, r -> r.code().code())
        .containsExactly(
            tuple(6L, "lat", "coordinate-impossible"),
            tuple(7L, "id", "duplicate-id"),
            tuple(8L, "weight", "number-invalid"),
            tuple(9L, "weight", "value-missing"),
            tuple(10L, "id", "value-missing"));
    assertThat(outcome.rejectShare()).isEqualTo(5.0 / 9);
    assertThat(Files.readAllLines(folder.resolve("labels.rejects.jsonl")))
        .hasSize(5)
        .first()
        .asString()
        .contains("\"line\":6,\"field\":\"lat\",\"value\":\"90.5\"");
  }

  @Test
  void columnsMayHaveOtherNamesAndTheWeightMayBeAbsent() throws IOException {
    Path out = folder.resolve("labels.csv");
    run("nr\tbreite\tlon\n1\t30\t114\n", out, Map.of("id", "nr", "lat", "breite"));
    assertThat(out).hasContent("id,cluster,core\n1,,false\n");
  }

  @Test
  void aMissingColumnIsNamedAndNothingIsWritten() throws IOException {
    Path out = folder.resolve("labels.csv");
    assertThatThrownBy(() -> run("id,lat\na,1\n", out, Map.of()))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("\"lon\"");
    assertThat(folder.toFile().list()).containsExactly("points.csv");
  }

  @Test
  void theInputIsNeverOverwritten() {
    assertThatThrownBy(() -> run(POINTS, folder.resolve("points.csv"), Map.of()))
        .isInstanceOf(ProblemException.class);
    assertThat(folder.resolve("points.csv")).hasContent(POINTS);
  }

  private ClusterOutcome run(String table, Path out, Map<String, String> columns)
      throws IOException {
    Path points = Files.writeString(folder.resolve("points.csv"), table);
    return ClusterRun.run(
        new ClusterRequest(points, columns, 15, new AbsoluteWeight(5), out, 2),
        OutputStream.nullOutputStream(),
        RunListener.NONE);
  }
}
