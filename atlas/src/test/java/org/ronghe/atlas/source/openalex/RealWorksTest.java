package org.ronghe.atlas.source.openalex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.input.BlockPipeline;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.atlas.source.input.Progress;
import org.ronghe.atlas.source.json.JacksonTree;
import org.ronghe.testkit.SharedData;

/// Real works of both generations: what we read is what an independent parser reads.
class RealWorksTest {
  @ParameterizedTest
  @CsvSource({"works-2023-schema.jsonl.gz, 7552", "works-current-schema.jsonl.gz, 884"})
  void readsWhatJacksonReads(String name, int works) throws IOException, InterruptedException {
    var path = SharedData.require("openalex/" + name);
    var ours = read(path.toString(), 2);
    assertThat(ours).hasSize(works);
    int i = 0;
    try (var lines =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(path)), UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        assertThat(ours.get(i++)).isEqualTo(OracleWork.of(JacksonTree.parse(line.getBytes(UTF_8))));
      }
    }
    assertThat(i).isEqualTo(works);
  }

  @Test
  void readsTheSameWithAnyNumberOfThreads() throws InterruptedException {
    var pattern = SharedData.require("openalex") + "/works-*.jsonl.gz";
    var one = read(pattern, 1);
    assertThat(one).hasSize(7552 + 884);
    assertThat(read(pattern, 4)).isEqualTo(one);
  }

  private static List<OracleWork> read(String argument, int threads) throws InterruptedException {
    var works = new ArrayList<OracleWork>();
    BlockPipeline.run(
        InputFiles.resolve(List.of(argument)),
        threads,
        () -> new WorksReader(RecordFilter.all()),
        batch -> {
          assertThat(batch.rejects()).isEmpty();
          for (int r = 0; r < batch.records(); r++) {
            works.add(work(batch, r));
          }
        },
        Progress.NONE);
    return works;
  }

  private static OracleWork work(RecordBatch batch, int r) {
    int field = batch.field(r);
    return new OracleWork(
        batch.id(r),
        batch.year(r),
        field < 0 ? "" : batch.strings().get(field),
        batch.persons(r),
        Lines.contributions(batch, r).stream().map(RealWorksTest::withoutName).toList());
  }

  /// The oracle does not tell an organisation's name: the first seen stays.
  private static String withoutName(String contribution) {
    int space = contribution.indexOf(' ');
    int quote = contribution.indexOf('"');
    return space < 0 || (quote >= 0 && quote < space)
        ? contribution
        : contribution.substring(0, space);
  }
}
