package org.ronghe.atlas.source.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.source.ExclusionReason;
import org.ronghe.atlas.source.RecordFilter;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PatentsViewTest {
  private static final RecordFilter RECENT =
      new RecordFilter(2018, 2022, Set.of(), true, true, true, Set.of(), Set.of());

  @TempDir Path folder;

  /// Writes a table as published: TSV, every value in quotes.
  private void write(String name, String... rows) throws IOException {
    var text = new StringBuilder();
    for (var row : rows) {
      text.append('"').append(row.replace("|", "\"\t\"")).append("\"\n");
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    if (!name.endsWith(".zip")) {
      Files.write(folder.resolve(name), bytes);
      return;
    }
    try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve(name)))) {
      zip.putNextEntry(new ZipEntry(name.replace(".zip", "")));
      zip.write(bytes);
    }
  }

  private void writeAll() throws IOException {
    write(
        "g_patent.tsv.zip",
        "patent_id|patent_type|patent_date|patent_title|wipo_kind|num_claims|withdrawn|filename",
        "10000001|utility|2018-06-19|Method, \"\"and\"\" means|B2|20|0|a.xml",
        "D800000|design|2018-06-19|Chair|S1|1|0|a.xml",
        "9000000|utility|2015-04-07|Old|B2|1|0|a.xml",
        "10000002|utility|2019-01-01|Two|B2|1|0|a.xml",
        "10000001|utility|2020-01-01|Again|B2|1|0|a.xml",
        "10000003|utility|soon|Bad|B2|1|0|a.xml",
        "10000004|utility|2022-12-27|Nobody's|B2|1|0|a.xml");
    write(
        "g_inventor_disambiguated.tsv",
        "patent_id|inventor_sequence|inventor_id|disambig_inventor_name_first|"
            + "disambig_inventor_name_last|gender_code|location_id",
        "10000002|0|fl:a_ln:b-1|A|B|M|loc-nowhere",
        "10000001|0|fl:c_ln:d-2|C|D|F|loc-tokyo",
        "10000001|1|fl:e_ln:f-3|E|F|M|",
        "9000000|0|fl:e_ln:f-3|E|F|M|loc-tokyo",
        "10000001|2|fl:g_ln:h-4|G|H|M|loc-gone",
        "10000001|3|fl:c_ln:d-2|C|D|F|loc-tokyo",
        "77|0|fl:c_ln:d-2|C|D|F|loc-tokyo");
    write(
        "g_location_disambiguated.tsv",
        "location_id|disambig_city|disambig_state|disambig_country|latitude|longitude|county|"
            + "state_fips|county_fips",
        "loc-tokyo|Tokyo||JP|35.6894|139.692|||",
        "loc-nowhere|Springfield|IL|US||||17|",
        "loc-moon|Moon||XX|135.0|10|||");
  }

  @Test
  void inventors_are_persons_at_their_locations() throws IOException {
    writeAll();
    assertThat(PatentsView.isIn(List.of(folder))).isTrue();
    var read = new Batches();
    PatentsView.in(List.of(folder)).read(RECENT, PatentsView.INVENTIONS, read::add);
    assertThat(read.records)
        .containsExactly(
            "10000001 patent 2018 1.0 @2: 0@35.6894/139.692 1@ 2@",
            "10000002 patent 2019 1.0 @5: 0@\"Springfield, IL, US\"",
            "10000004 patent 2022 1.0 @8: 0@");
    assertThat(read.excluded).isEqualTo(Map.of(ExclusionReason.YEAR, 1L, ExclusionReason.TYPE, 1L));
    assertThat(read.rejects)
        .containsExactlyInAnyOrder(
            "4 latitude 135.0 coordinate-impossible",
            "6 patent_id 10000001 duplicate-id",
            "7 patent_date soon year-invalid",
            "6 location_id loc-gone identifier-unknown",
            "7 patent_id 10000001 duplicate-id",
            "8 patent_id 77 identifier-unknown");
  }

  @Test
  void the_first_assignee_that_is_an_organisation_is_everyones() throws IOException {
    writeAll();
    write(
        "g_assignee_disambiguated.tsv",
        "patent_id|assignee_sequence|assignee_id|disambig_assignee_individual_name_first|"
            + "disambig_assignee_individual_name_last|disambig_assignee_organization|"
            + "assignee_type|location_id",
        "10000002|1|a-1|||Later Ltd|3|x",
        "10000002|0|a-2|||Acme, Inc.|2|x",
        "10000004|0|a-3|Jo|Doe||4|x");
    var read = new Batches();
    PatentsView.in(List.of(folder)).read(RECENT, Set.of("utility", "design"), read::add);
    assertThat(read.records)
        .contains(
            "10000002 patent 2019 1.0 @5: 0@Acme, Inc.+\"Springfield, IL, US\"",
            "D800000 patent 2018 1.0 @3: 0@",
            "10000004 patent 2022 1.0 @8: 0@");
  }

  @Test
  void a_table_that_is_not_there_is_named() throws IOException {
    writeAll();
    Files.delete(folder.resolve("g_location_disambiguated.tsv"));
    assertThatThrownBy(() -> PatentsView.in(List.of(folder)))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_MISSING))
        .hasMessageContaining("g_location_disambiguated.tsv");
  }

  @Test
  void a_table_without_its_column_is_named() throws IOException {
    writeAll();
    write("g_location_disambiguated.tsv", "location_id|disambig_city", "a|b");
    assertThatThrownBy(
            () -> PatentsView.in(List.of(folder)).read(RECENT, PatentsView.INVENTIONS, batch -> {}))
        .hasMessageContaining("g_location_disambiguated.tsv")
        .hasMessageContaining("latitude");
  }
}
