package org.ronghe.atlas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.method.Methods;
import org.ronghe.atlas.run.RankRequest.Inputs;
import org.ronghe.testkit.SharedData;

/// The published table is the judge: WIPO, GII 2023, Appendix Table 3, rows 1–34.
class CountsRunTest {
  @TempDir Path folder;

  @Test
  void everyPublishedShareTotalAndRankIsReproduced() throws Exception {
    var published = SharedData.require("gii/gii2023_top100_partial_rows1-34.csv");

    var outcome = run(published, Map.of("pct", 1_255_500.0, "publications", 7_459_000.0), "result");

    var lines = Files.readAllLines(published).stream().skip(1).toList();
    var clusters = outcome.ranking().clusters();
    assertThat(clusters).hasSize(34);
    for (int i = 0; i < 34; i++) {
      var row = lines.get(i).replaceAll("\"[^\"]*\"", "name").split(",", -1);
      var cluster = clusters.get(i);
      assertThat(String.valueOf(cluster.rank())).isEqualTo(row[0]);
      assertThat(lines.get(i)).contains(cluster.name().english());
      assertThat(rounded(cluster.figures().get(0).sharePercent())).as(row[0]).isEqualTo(row[5]);
      assertThat(rounded(cluster.figures().get(1).sharePercent())).as(row[0]).isEqualTo(row[6]);
      assertThat(rounded(cluster.score())).as(row[0]).isEqualTo(row[7]);
    }
    assertThat(clusters.get(12).name().chinese()).isEqualTo("武汉");
    assertThat(Files.readAllLines(outcome.folder().resolve("clusters.csv")).getFirst())
        .startsWith("rank,name,economies,score,pct,pct_share_percent,pct_per_million,publications");
  }

  @Test
  void withoutAWorldTotalSharesAreOfTheTableAndTheReaderIsTold() throws Exception {
    var table = folder.resolve("counts.csv");
    Files.writeString(table, "cluster,pct\nWuhan,30\nParis,70\n");

    var outcome = run(table, Map.of(), "out");

    assertThat(outcome.ranking().clusters().getFirst().figures().getFirst().sharePercent())
        .isEqualTo(70);
    assertThat(outcome.ranking().notes())
        .anySatisfy(n -> assertThat(n.english()).contains("--world pct"))
        .anySatisfy(n -> assertThat(n.english()).contains("counts nothing"));
  }

  private Outcome run(Path table, Map<String, Double> world, String out) {
    var inputs =
        new Inputs(List.of(), List.of(), List.of(), List.of(), table, Map.of(), null, null);
    var request =
        new RankRequest(
            Methods.of("gii-2023"),
            inputs,
            world,
            folder.resolve(out),
            null,
            1,
            Locale.CHINESE,
            Map.of());
    return CountsRun.run(request, table, RunListener.NONE);
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
