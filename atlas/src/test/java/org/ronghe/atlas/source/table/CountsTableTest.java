package org.ronghe.atlas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.RejectCode;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountsTableTest {
  private static final List<ColumnTarget> METRICS =
      List.of(
          ColumnTarget.required("pct", "pct_applications"),
          ColumnTarget.required("publications", "scientific_publications"));

  @TempDir Path folder;

  private CountsTable read(String text, List<ColumnTarget> metrics) throws IOException {
    var file = Files.writeString(folder.resolve("counts.csv"), text);
    return CountsTable.read(file, ColumnMapping.none(), metrics);
  }

  @Test
  void reads_the_metrics_asked_for_and_says_what_it_ignored() throws IOException {
    var counts =
        read(
            """
            rank,cluster,economy,pct_applications,scientific_publications,total_pc
            1,Tokyo–Yokohama,JP,127418,115020,11.7
            2,Shenzhen–Hong Kong–Guangzhou,CN/HK,113482,153180,11.1
            3,Taipei–Hsinchu,TW*,1e3,,3
            """,
            METRICS);
    assertThat(counts.rows())
        .containsExactly(
            new CountsTable.Row(
                "Tokyo–Yokohama", "JP", Map.of("pct", 127418.0, "publications", 115020.0), 2),
            new CountsTable.Row(
                "Shenzhen–Hong Kong–Guangzhou",
                "CN/HK",
                Map.of("pct", 113482.0, "publications", 153180.0),
                3),
            new CountsTable.Row("Taipei–Hsinchu", "TW*", Map.of("pct", 1000.0), 4));
    assertThat(counts.metrics()).containsExactly("pct", "publications");
    assertThat(counts.ignored()).containsExactly("rank", "total_pc");
    assertThat(counts.rejects()).isEmpty();
  }

  @Test
  void without_metrics_asked_for_every_column_of_numbers_is_one() throws IOException {
    var counts = read("name,deals,note,papers\nA,1,x,\nB,2.5,7,3\n", List.of());
    assertThat(counts.metrics()).containsExactly("deals", "papers");
    assertThat(counts.ignored()).containsExactly("note");
    assertThat(counts.rows().get(1).counts()).isEqualTo(Map.of("deals", 2.5, "papers", 3.0));
  }

  @Test
  void bad_counts_and_repeated_names_are_rejected() throws IOException {
    var counts =
        read("name,economy,pct,publications\nA,CN,1,-2\nA,CN,1,2\n,CN,1,1\nA,US,x,2\n", METRICS);
    assertThat(counts.rows()).hasSize(2);
    assertThat(counts.rejects())
        .extracting(reject -> reject.line() + " " + reject.field() + " " + reject.code())
        .containsExactly(
            "2 publications " + RejectCode.NUMBER_INVALID,
            "3 name " + RejectCode.DUPLICATE_ID,
            "4 name " + RejectCode.VALUE_MISSING,
            "5 pct " + RejectCode.NUMBER_INVALID);
  }

  @Test
  void a_missing_metric_or_an_empty_table_stops_with_the_file_named() {
    assertThatThrownBy(() -> read("name,pct\nA,1\n", METRICS))
        .hasMessageContaining("counts.csv")
        .hasMessageContaining("publications");
    assertThatThrownBy(() -> read("name,pct,publications\n", METRICS))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_EMPTY));
  }
}
