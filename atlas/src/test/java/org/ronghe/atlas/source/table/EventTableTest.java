package org.ronghe.atlas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.source.ExclusionReason;
import org.ronghe.atlas.source.RecordFilter;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EventTableTest {
  @TempDir Path folder;

  private Batches read(String text) throws IOException {
    return read(text, ColumnMapping.none(), RecordFilter.all());
  }

  private Batches read(String text, ColumnMapping mapping, RecordFilter filter) throws IOException {
    var file = Files.writeString(folder.resolve("deals.csv"), text);
    var read = new Batches();
    EventTable.read(file, mapping, "deal", filter, read::add);
    return read;
  }

  private static RecordFilter years(int from, int to) {
    return new RecordFilter(from, to, Set.of(), true, true, true, Set.of(), Set.of());
  }

  @Test
  void rows_of_one_id_are_one_record_wherever_they_stand() throws IOException {
    var read =
        read(
            """
            id,year,person,lat,lon
            b,2021,ann,30.5,114.25
            a,2020,,1,2
            b,2021,bob,40,-74
            b,2021,ann,31,121
            a,2020,,3,4
            """);
    assertThat(read.records)
        .containsExactly(
            "b deal 2021 1.0 @2: 0@30.5/114.25 0@31.0/121.0 1@40.0/-74.0",
            "a deal 2020 1.0 @3: 0@1.0/2.0 1@3.0/4.0");
    assertThat(read.rejects).isEmpty();
    assertThat(read.lines).isEqualTo(3);
  }

  @Test
  void a_place_may_be_coordinates_an_identifier_an_address_or_a_name() throws IOException {
    var read =
        read(
            """
            id;year;kind;weight;organisation;ror;lat;lon;address
            1;2021;deal;2.5;Acme;;0;0;
            2;2021-03-04;;;;https://ror.org/033vjfk17;;;
            3;2021;;0;033vjfk17;;;;
            4;2021;;;https://openalex.org/I37461747;;;;
            5;2021;;;Acme;;;;1 Main Street
            6;2021;;;Acme;;;;
            7;2021;seed;;;;;;
            8;2021;;;Wuhan University;033vjfk17;;;
            """);
    assertThat(read.records)
        .containsExactly(
            "1 deal 2021 2.5 @2: 0@0.0/0.0+Acme",
            "2 deal 2021 1.0 @3: 0@https://ror.org/033vjfk17Wuhan University",
            "3 deal 2021 0.0 @4: 0@https://ror.org/033vjfk17Wuhan University",
            "4 deal 2021 1.0 @5: 0@https://openalex.org/I37461747",
            "5 deal 2021 1.0 @6: 0@Acme+\"1 Main Street\"",
            "6 deal 2021 1.0 @7: 0@Acme+\"Acme\"",
            "7 seed 2021 1.0 @8: 0@",
            "8 deal 2021 1.0 @9: 0@https://ror.org/033vjfk17Wuhan University");
    assertThat(read.rejects).isEmpty();
  }

  @Test
  void bad_values_are_rejected_with_line_field_and_value() throws IOException {
    var read =
        read(
            """
            id,year,weight,lat,lon,ror
            1,2021,,91,0,
            2,2021,,10,x,
            3,2021,,10,,
            4,20x1,,1,1,
            5,,,1,1,
            ,2021,,1,1,
            6,2021,-1,1,1,
            7,2021,NaN,1,1,
            8,2021,,,,https://example.org/x
            9,999,,1,1,
            """);
    assertThat(read.records)
        .containsExactly(
            "1 deal 2021 1.0 @2: 0@",
            "2 deal 2021 1.0 @3: 0@",
            "3 deal 2021 1.0 @4: 0@",
            "8 deal 2021 1.0 @10: 0@");
    assertThat(read.rejects)
        .containsExactly(
            "2 lat 91 coordinate-impossible",
            "3 lon x coordinate-impossible",
            "4 lon  coordinate-impossible",
            "5 year 20x1 year-invalid",
            "6 year  value-missing",
            "7 id  value-missing",
            "8 weight -1 number-invalid",
            "9 weight NaN number-invalid",
            "10 ror https://example.org/x identifier-invalid",
            "11 year 999 year-invalid");
  }

  @Test
  void a_row_said_twice_counts_once_and_disagreement_is_noted() throws IOException {
    var read =
        read(
            """
            id,year,kind,weight,person,lat,lon
            1,2021,deal,2,ann,1,1
            1,2021,deal,2,ann,1,1.0
            1,2022,deal,2,bob,1,1
            1,,seed,3,cyd,1,1
            2,2021,,,,1,1
            2,2021,,,,1,1
            """);
    assertThat(read.records)
        .containsExactly(
            "1 deal 2021 2.0 @2: 0@1.0/1.0 1@1.0/1.0 2@1.0/1.0", "2 deal 2021 1.0 @6: 0@1.0/1.0");
    assertThat(read.rejects)
        .containsExactlyInAnyOrder(
            "4 year 2022 conflicting-rows",
            "5 kind seed conflicting-rows",
            "5 weight 3 conflicting-rows",
            "3 id 1 duplicate-id",
            "7 id 2 duplicate-id");
  }

  @Test
  void a_record_with_many_rows_is_read_as_one_with_few() throws IOException {
    var text = new StringBuilder("id,year,person,lat,lon\n");
    for (int i = 0; i < 3000; i++) {
      text.append("big,2020,p").append(i % 1000).append(",10,").append(i / 1000).append('\n');
    }
    text.append("big,2020,p5,10,0\nbig,2020,,10,0\nbig,2020,,10,0\nbig,2020,,11,0\n");
    var read = read(text.toString());
    assertThat(read.records).hasSize(1);
    assertThat(read.records.getFirst())
        .startsWith("big deal 2020 1.0 @2: 0@10.0/0.0 0@10.0/1.0 0@10.0/2.0 1@10.0/0.0")
        .endsWith(" 999@10.0/2.0 1000@10.0/0.0 1001@11.0/0.0");
    assertThat(read.rejects)
        .containsExactly("3002 id big duplicate-id", "3004 id big duplicate-id");
  }

  @Test
  void the_filter_leaves_out_years_and_says_how_many() throws IOException {
    var read =
        read(
            "id,year,lat,lon\n1,2017,1,1\n1,2017,2,2\n2,2018,1,1\n3,2023,1,1\n",
            ColumnMapping.none(),
            years(2018, 2022));
    assertThat(read.records).containsExactly("2 deal 2018 1.0 @4: 0@1.0/1.0");
    assertThat(read.excluded).isEqualTo(Map.of(ExclusionReason.YEAR, 2L));
  }

  @Test
  void columns_are_found_by_name_synonym_and_mapping() throws IOException {
    var read =
        read(
            "Deal No,Jahr,Latitude,LNG\nx,2020,1,2\n",
            ColumnMapping.of(Map.of("id", "deal no", "Year", "Jahr")),
            RecordFilter.all());
    assertThat(read.records).containsExactly("x deal 2020 1.0 @2: 0@1.0/2.0");
  }

  @Test
  void what_cannot_be_mapped_is_said_with_what_is_there() {
    assertThatThrownBy(() -> read("number,year,lat,lon\n"))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COLUMN_MISSING))
        .hasMessageContaining("deals.csv")
        .hasMessageContaining("\"id\"")
        .hasMessageContaining("number, year, lat, lon");
    assertThatThrownBy(() -> read("id,year,lat\n")).hasMessageContaining("\"lon\"");
    assertThatThrownBy(() -> read("id,year\n")).hasMessageContaining("\"lat\"");
    assertThatThrownBy(() ->
            read("id,year,lat,lon\n", ColumnMapping.of(Map.of("latt", "lat")), RecordFilter.all()))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.COLUMN_UNKNOWN))
        .hasMessageContaining("\"latt\"")
        .hasMessageContaining("did you mean \"lat\"");
    assertThatThrownBy(() ->
            read("id,year,lat,lon\n", ColumnMapping.of(Map.of("id", "nr")), RecordFilter.all()))
        .hasMessageContaining("\"nr\"")
        .hasMessageContaining("id, year, lat, lon");
  }

  @Test
  void a_mapping_may_stand_in_a_yaml_file() throws IOException {
    var yaml = Files.writeString(folder.resolve("m.yaml"), "id: Nummer\nyear: Jahr\n");
    var read =
        read("Nummer,Jahr,lat,lon\nx,2020,1,2\n", ColumnMapping.read(yaml), RecordFilter.all());
    assertThat(read.records).hasSize(1);
    var broken = Files.writeString(folder.resolve("b.yaml"), "id: [a\n");
    assertThatThrownBy(() -> ColumnMapping.read(broken))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("b.yaml");
  }

  @Test
  void many_records_come_in_several_batches_in_the_order_of_the_file() throws IOException {
    var text = new StringBuilder("id,year,organisation,address\n");
    for (int i = 0; i < 70_000; i++) {
      text.append(i).append(",2020,org").append(i % 7).append(",street ").append(i % 11);
      text.append('\n');
    }
    var read = read(text.toString());
    assertThat(read.batches).isGreaterThan(1);
    assertThat(read.records).hasSize(70_000);
    for (int i = 0; i < 70_000; i += 997) {
      assertThat(read.records.get(i))
          .isEqualTo(
              "%d deal 2020 1.0 @%d: 0@org%d+\"street %d\"".formatted(i, i + 2, i % 7, i % 11));
    }
  }

  @Test
  void many_rejects_are_handed_on_with_their_own_lines() throws IOException {
    var text = new StringBuilder("id,year,lat,lon\n");
    for (int i = 0; i < 30_000; i++) {
      text.append(i).append(i % 2 == 0 ? ",x,1,1\n" : ",2020,1,1\n");
    }
    var read = read(text.toString());
    assertThat(read.rejects).hasSize(15_000);
    assertThat(read.rejects.get(14_999)).isEqualTo("30000 year x year-invalid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"snappy", "zstd", "gzip", "uncompressed"})
  void parquet_written_by_duckdb_gives_the_same_records(String codec)
      throws SQLException, IOException {
    var csv = new StringBuilder("id,year,weight,person,organisation,lat,lon\n");
    for (int i = 0; i < 5000; i++) {
      csv.append(i / 3).append(",").append(2015 + i / 3 % 9).append(',').append(i / 3 % 4 * 0.5);
      csv.append(',').append(i % 5 == 0 ? "" : "p" + i % 100).append(",org ").append(i % 50);
      csv.append(',').append(i % 7 == 0 ? "," : i % 90 + 0.25 + "," + (i % 180 - 0.125));
      csv.append('\n');
    }
    var expected = read(csv.toString());
    var file = folder.resolve(codec + ".parquet");
    try (var connection = DriverManager.getConnection("jdbc:duckdb:");
        var statement = connection.createStatement()) {
      statement.execute(
          """
          COPY (SELECT id::INTEGER AS id, make_date(year::INTEGER, 5, 4) AS date,
                       weight::DECIMAL(9,2) AS weight, person::VARCHAR AS person, organisation,
                       lat::DOUBLE AS lat, lon::FLOAT AS lon
                FROM read_csv('%s')) TO '%s' (FORMAT parquet, CODEC '%s', ROW_GROUP_SIZE 2048)
          """
              .formatted(folder.resolve("deals.csv"), file, codec));
    }
    var read = new Batches();
    EventTable.read(file, ColumnMapping.none(), "deal", RecordFilter.all(), read::add);
    assertThat(read.records).isEqualTo(rowsInsteadOfLines(expected.records));
    assertThat(read.rejects).isEmpty();
  }

  /// Parquet has rows, of which the first is 1 where the text has line 2.
  private static List<String> rowsInsteadOfLines(List<String> records) {
    var pattern = Pattern.compile("@(\\d+):");
    return records.stream()
        .map(r ->
            pattern.matcher(r).replaceFirst(m -> "@" + (Integer.parseInt(m.group(1)) - 1) + ":"))
        .toList();
  }
}
