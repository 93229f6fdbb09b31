package org.ronghe.atlas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.report.parquet.ParquetColumn;
import org.ronghe.atlas.report.parquet.ParquetWriter;
import org.ronghe.testkit.SharedData;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourceProbeTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("file.txt"), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "patentsview-patent     | patent_id,patent_type,patent_date,patent_title",
        "patentsview-inventor   | patent_id,inventor_sequence,inventor_id,location_id",
        "patentsview-location   | location_id,disambig_city,latitude,longitude",
        "patentsview-assignee   | patent_id,assignee_sequence,disambig_assignee_organization",
        "events                 | Deal_ID;Year;Company;Address",
        "events                 | id,year,kind,weight,lat,lon",
        "points                 | id,lat,lon,weight",
        "counts                 | rank,cluster,economy,pct_applications",
        "unknown                | a,b,c",
        "unknown                | {\"a\": 1}",
        "openalex-works         | {\"id\": \"https://openalex.org/W1\", \"authorships\": []}",
        "openalex-institutions  | {\"id\": \"https://openalex.org/I1\", \"geo\": {}}",
        "ror-v1                 | [{\"id\": \"https://ror.org/0\", \"name\": \"x\", \"addresses\":"
            + " []}]",
        "ror-v2                 | [{\"id\": \"https://ror.org/0\", \"names\": [], \"locations\":"
            + " []}]",
        "unknown                | ''"
      })
  void tells_a_file_by_its_headings_or_keys(String kind, String text) throws IOException {
    var told = SourceProbe.kind(file(text)).code();
    assertThat(told).isEqualTo(kind);
  }

  @Test
  void counts_records_and_shows_the_first_rejects() throws IOException {
    var text = new StringBuilder("id\tlat\tlon\tweight\n");
    for (int i = 0; i < 100; i++) {
      text.append(i).append('\t').append(i).append("\t0\t1\n");
    }
    var report = SourceProbe.probe(file(text.append("x\n").toString()));
    assertThat(report.kind()).isEqualTo(SourceKind.POINTS);
    assertThat(report.storage().format()).isEqualTo("tsv");
    assertThat(report.storage().compression()).isEqualTo("none");
    assertThat(report.columns()).containsExactly("id", "lat", "lon", "weight");
    assertThat(report.records()).isEqualTo(91);
    assertThat(report.rejected()).isEqualTo(10);
    assertThat(report.firstRejects().getFirst().line()).isEqualTo(93);
  }

  @Test
  void reads_events_and_counts_through() throws IOException {
    var events = SourceProbe.probe(file("id,year,lat,lon\n1,2020,0,0\n1,2020,1,1\n2,x,0,0\n"));
    assertThat(events.records()).isEqualTo(1);
    assertThat(events.rejected()).isEqualTo(1);
    var counts = SourceProbe.probe(file("name,deals\nA,1\nB,2\n"));
    assertThat(counts.kind()).isEqualTo(SourceKind.COUNTS);
    assertThat(counts.records()).isEqualTo(2);
  }

  @Test
  void tells_the_generation_of_works_and_leaves_json_to_its_reader() throws IOException {
    var old = file("{\"authorships\":[{\"raw_affiliation_string\":\"x\"}]}\n\n{\"id\":2}");
    var report = SourceProbe.probe(old);
    assertThat(report.generation()).isEqualTo("2023");
    assertThat(report.records()).isEqualTo(2);
    assertThat(SourceProbe.probe(old, (path, kind, rejects) -> 77).records()).isEqualTo(77);
  }

  @Test
  void tells_the_generation_by_what_only_one_of_them_has() throws IOException {
    // A current work: the singular stands within `affiliations`, and its abstract may say anything.
    var current =
        file(
            "{\"id\":1,\"authorships\":[]}\n{\"authorships\":[{\"raw_affiliation_strings\":[\"x\"],"
                + "\"affiliations\":[{\"raw_affiliation_string\":\"x\"}]}]}\n");
    assertThat(SourceProbe.probe(current).generation()).isEqualTo("current");
    var old =
        file(
            "{\"abstract_inverted_index\":{\"affiliations\":[1],\"topics\":[2]},"
                + "\"host_venue\":{},\"authorships\":[]}\n");
    assertThat(SourceProbe.probe(old).generation()).isEqualTo("2023");
  }

  @Test
  void tells_the_generation_of_real_works() {
    for (var generation : List.of("2023", "current")) {
      var real = SharedData.require("openalex/works-" + generation + "-schema.jsonl.gz");
      assertThat(SourceProbe.probe(real, (path, kind, rejects) -> 1).generation())
          .isEqualTo(generation);
    }
  }

  @Test
  void tells_parquet_by_its_columns() {
    var path = folder.resolve("points.parquet");
    ParquetWriter.write(
        path,
        List.of(
            ParquetColumn.int32("id", i -> i),
            ParquetColumn.float64("lat", i -> i),
            ParquetColumn.float64("lon", i -> i),
            ParquetColumn.float64("weight", i -> 1)),
        5);
    var report = SourceProbe.probe(path);
    assertThat(report.kind()).isEqualTo(SourceKind.POINTS);
    assertThat(report.storage().format()).isEqualTo("parquet");
    assertThat(report.records()).isEqualTo(5);
  }

  @Test
  void refuses_a_wrong_file_at_once_and_a_missing_one_by_name() throws IOException {
    var points = file("id,lat,lon,weight\n");
    assertThatThrownBy(() -> SourceProbe.require(points, Set.of(SourceKind.EVENTS)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNKNOWN))
        .hasMessageContaining("file.txt")
        .hasMessageContaining("points");
    assertThatThrownBy(() -> SourceProbe.kind(folder.resolve("none.csv")))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_MISSING));
  }
}
