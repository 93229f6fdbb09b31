package org.ronghe.platform.ranking.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

class ResultFolderTest {
  private static final Texts ENGLISH = Texts.in(Language.ENGLISH);

  @TempDir private Path folder;

  private NodeProblem faults(SampleResult result) throws IOException {
    Path path = result.into(folder);
    var problem = catchThrowableOfType(NodeProblem.class, () -> ResultFolder.read(path, ENGLISH));
    assertThat(problem).as("nothing was found wrong").isNotNull();
    assertThat(problem.code()).isEqualTo(ProblemCode.INPUT_INVALID);
    return problem;
  }

  @Test
  void readsAGoodResult() throws IOException {
    Result result = ResultFolder.read(SampleResult.good().into(folder), ENGLISH);
    assertThat(result.head().metrics()).extracting("id").containsExactly("pct", "publications");
    assertThat(result.clusters()).hasSize(2);
    assertThat(result.clusters().getFirst().figures().get(1).perMillion()).isNaN();
    assertThat(result.profiles().getOrDefault(3, Profile.NONE).organisations())
        .extracting(amount -> amount.name().english())
        .containsExactly("University of <Tokyo>", "o2");
    assertThat(result.ties()).contains(new Result.Tie(3, 8, 4.5));
    assertThat(result.outlines()).containsOnlyKeys(3);
    assertThat(result.unlocated()).hasSize(1);
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() throws IOException {
    var problem =
        faults(
            SampleResult.good()
                .change(ResultFolder.CLUSTERS, "\"rank\": 2", "\"rank\": \"two\"")
                .change(ResultFolder.CLUSTERS, "\"score\": 12.5", "\"score\": null")
                .change(ResultFolder.CLUSTERS, "\"lat\": 31.2", "\"lat\": 312")
                .change(ResultFolder.RUN, "\"located\": 800.0", "\"located\": \"much\"")
                .change(ResultFolder.OUTLINES, "[139, 36], [139, 35]", "[139, 36], [139, 37]")
                .change(ResultFolder.COLLABORATION, "4.5", "strong")
                .change(ResultFolder.UNLOCATED, "affiliation,id", "id,affiliation"));
    assertThat(problem.fields())
        .containsOnlyKeys(
            "clusters.json.clusters[0].score",
            "clusters.json.clusters[1].rank",
            "clusters.json.clusters[1].lat",
            "run.json.weights.located",
            "clusters.geojson.features[0].geometry.coordinates",
            "collaboration.csv:3",
            "unlocated.csv");
  }

  @Test
  void tellsWhatIsMissing() throws IOException {
    var problem =
        faults(SampleResult.good().without(ResultFolder.CLUSTERS).without(ResultFolder.RUN));
    assertThat(problem.fields()).containsOnlyKeys("clusters.json", "run.json");
  }

  @Test
  void tellsTheLineWhereJsonBreaks() throws IOException {
    var problem = faults(SampleResult.good().change(ResultFolder.RUN, "\"steps\":", "\"steps\""));
    assertThat(problem.fields().get("run.json")).contains("line 8");
  }

  @Test
  void refusesFiguresThatDoNotFitTheMetrics() throws IOException {
    var problem =
        faults(
            SampleResult.good()
                .change(
                    ResultFolder.CLUSTERS,
                    "{\"metric\": \"pct\", \"count\": 80",
                    "{\"metric\": \"deals\", \"count\": 80")
                .change(
                    ResultFolder.CLUSTERS, "\"cluster\": 8, \"rank\"", "\"cluster\": 3, \"rank\""));
    assertThat(problem.fields())
        .containsKeys("clusters.json.clusters[1].figures", "clusters.json.clusters[1].cluster");
    assertThat(problem.fields().get("clusters.json.clusters[1].figures"))
        .contains("deals")
        .contains("pct");
  }

  @Test
  void idsThatCouldReachAQueryAreRefused() throws IOException {
    var problem =
        faults(
            SampleResult.good()
                .change(ResultFolder.CLUSTERS, "\"id\": \"pct\"", "\"id\": \"x' OR 1=1 --\""));
    assertThat(problem.fields()).containsKey("clusters.json.metrics[0].id");
  }

  @Test
  void zipFilesWriteNowhereElse() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("a/b/c"));
    ZipFolder.unpack(new ByteArrayInputStream(SampleResult.good().zip()), inside, ENGLISH);
    assertThat(ResultFolder.read(inside, ENGLISH).clusters()).hasSize(2);
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(Path::getParent)).containsOnly(inside);
    }
  }

  @Test
  void zipFilesHoldOneResult() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      for (String name : new String[] {"a/run.json", "b/run.json"}) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write("{}".getBytes(StandardCharsets.UTF_8));
      }
    }
    var two =
        catchThrowableOfType(
            NodeProblem.class,
            () -> ZipFolder.unpack(new ByteArrayInputStream(bytes.toByteArray()), folder, ENGLISH));
    assertThat(two.fields()).containsKey("b/run.json");
    var none =
        catchThrowableOfType(
            NodeProblem.class,
            () ->
                ZipFolder.unpack(new ByteArrayInputStream(new byte[] {1, 2, 3}), folder, ENGLISH));
    assertThat(none.fields()).containsKey("zip");
  }
}
