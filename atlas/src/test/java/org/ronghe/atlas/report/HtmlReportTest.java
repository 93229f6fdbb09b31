package org.ronghe.atlas.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.rank.Ranking;

class HtmlReportTest {
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", "ronghe rank --method gii-2024 --works 'data/*.jsonl.gz' --out r/");

  @TempDir Path folder;

  private static String html(Ranking ranking, ReportOptions options) throws IOException {
    var out = new StringBuilder();
    HtmlReport.write(ranking, PROVENANCE, options, out);
    return out.toString();
  }

  private static String english(Ranking ranking) throws IOException {
    return html(ranking, ReportOptions.of(Locale.ENGLISH));
  }

  @Test
  void tellsTheFindingFirst() throws IOException {
    var html = english(SampleRanking.sixty());
    Files.writeString(
        Path.of(System.getProperty("java.io.tmpdir"), "ronghe-sample.html"),
        html,
        StandardCharsets.UTF_8);
    assertThat(html).contains("leads 60 clusters");
  }
}
