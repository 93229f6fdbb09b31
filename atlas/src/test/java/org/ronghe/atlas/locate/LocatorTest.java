package org.ronghe.atlas.locate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.method.Methods;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.ExclusionReason;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.atlas.source.input.Progress;

class LocatorTest {
  private static final long WUHAN = OrganisationKey.parse("https://openalex.org/I1");
  private static final long HOSPITAL = OrganisationKey.parse("https://openalex.org/I2");
  private static final long TWO_CAMPUSES = OrganisationKey.parse("https://ror.org/0aaaaaa11");
  private static final long UNKNOWN = OrganisationKey.parse("https://openalex.org/I404");

  private final List<Reject> rejects = new ArrayList<>();
  @TempDir Path folder;

  @Test
  void aRecordIsSplitOverPersonsThenAffiliationsThenPlaces() throws Exception {
    var batch = new RecordBatch("works");
    batch.begin("W1", "publication", 2020, 1);
    batch.person();
    batch.affiliation(batch.organisations().add(WUHAN, 0, "Wuhan University"), -1);
    batch.affiliation(batch.organisations().add(0, TWO_CAMPUSES, "Two Campuses"), -1);
    batch.person();
    batch.affiliation(batch.organisations().add(HOSPITAL, 0, "Hospital"), -1);
    batch.finish(1);

    var located = locate(batch);

    var rows = rows(located);
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0)).isEqualTo(new Row(0, 0.25, 1, LocatedBy.INSTITUTION, 30.5, 114.3));
    assertThat(rows.get(1)).isEqualTo(new Row(0, 0.125, 0.5, LocatedBy.INSTITUTION, 10, 20));
    assertThat(rows.get(2)).isEqualTo(new Row(0, 0.125, 0.5, LocatedBy.INSTITUTION, 11, 21));
    assertThat(rows.get(3)).isEqualTo(new Row(1, 0.5, 1, LocatedBy.PARENT, 30.5, 114.3));
  }

  @Test
  void givenCoordinatesComeBeforeTheInstitution() throws Exception {
    var batch = new RecordBatch("events");
    batch.begin("D1", "deal", 2020, 2);
    int wuhan = batch.organisations().add(WUHAN, 0, "Wuhan University");
    batch.person();
    batch.affiliation(0, wuhan, -1, 48.1, 180);
    batch.finish(1);

    assertThat(rows(locate(batch)))
        .containsExactly(new Row(0, 2, 1, LocatedBy.COORDINATES, 48.1, -180));
  }

  @Test
  void whatHasNoPlaceKeepsItsWeightAndItsName() throws Exception {
    var batch = new RecordBatch("works");
    batch.begin("W1", "publication", 2020, 1);
    batch.atLine(7);
    batch.person();
    batch.affiliation(batch.organisations().add(UNKNOWN, 0, "Lost Institute"), -1);
    batch.person();
    batch.affiliation(-1, batch.strings().add("Dept of Somewhere"));
    batch.begin("W2", "publication", 2020, 1);
    batch.finish(9);

    var locator = locator();
    locator.accept(batch);
    var contributions = locator.finish();

    assertThat(locator.tally().weightUnlocated()).isEqualTo(2);
    assertThat(locator.tally().locatedBy()).containsEntry(LocatedBy.UNLOCATED, 3L);
    var chunk = contributions.chunks().getFirst();
    assertThat(contributions.names().organisations().name(chunk.organisation(0)))
        .isEqualTo("Lost Institute");
    assertThat(contributions.names().statements().get(chunk.statement(1)))
        .isEqualTo("Dept of Somewhere");
    assertThat(chunk.organisation(2)).isEqualTo(-1);
    assertThat(chunk.statement(2)).isEqualTo(-1);
    assertThat(rejects)
        .containsExactly(
            new Reject(
                "works",
                7,
                "institution",
                "https://openalex.org/I404",
                RejectCode.INSTITUTION_UNKNOWN));
  }

  @Test
  void aSecondRecordOfOneIdAndKindIsRejectedWithItsLine() throws Exception {
    var first = new RecordBatch("works");
    first.begin("X1", "publication", 2020, 1);
    first.begin("X1", "patent", 2020, 1);
    first.finish(100);
    var second = new RecordBatch("works");
    second.begin("X1", "publication", 2020, 1);
    second.atLine(3);
    second.finish(10);
    var other = new RecordBatch("more");
    other.begin("X1", "publication", 2020, 1);
    other.atLine(1);
    other.finish(1);

    var locator = locator();
    locator.accept(first);
    locator.accept(second);
    locator.accept(other);

    assertThat(locator.finish().records()).isEqualTo(2);
    assertThat(locator.tally().duplicates()).isEqualTo(2);
    assertThat(rejects)
        .extracting(Reject::file, Reject::line, Reject::code)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("works", 103L, RejectCode.DUPLICATE_ID),
            org.assertj.core.groups.Tuple.tuple("more", 1L, RejectCode.DUPLICATE_ID));
  }

  @Test
  void kindsAndYearsTheMethodDoesNotCountAreLeftOutAndCounted() throws Exception {
    var batch = new RecordBatch("events");
    batch.begin("1", "deal", 2020, 1);
    batch.begin("2", "publication", 1999, 1);
    batch.begin("3", "publication", 2020, 1);
    batch.finish(3);

    var locator = new Locator(Methods.of("gii-2024"), Places.none(), rejects::add);
    locator.accept(batch);

    assertThat(locator.finish().records()).isEqualTo(1);
    assertThat(locator.tally().read()).isEqualTo(3);
    assertThat(locator.tally().excluded())
        .containsEntry(ExclusionReason.KIND, 1L)
        .containsEntry(ExclusionReason.YEAR, 1L);
  }

  @Test
  void locatedAndUnlocatedTogetherAreTheRecords() throws Exception {
    for (long seed = 1; seed <= 20; seed++) {
      var random = new SplittableRandom(seed);
      var batch = new RecordBatch("works");
      long[] known = {WUHAN, HOSPITAL, TWO_CAMPUSES, UNKNOWN};
      int records = 1 + random.nextInt(3000);
      for (int r = 0; r < records; r++) {
        batch.begin("W" + r, "publication", 2020, 1);
        for (int p = random.nextInt(40); p > 0; p--) {
          batch.person();
          for (int a = random.nextInt(4); a > 0; a--) {
            long key = known[random.nextInt(known.length)];
            boolean ror = OrganisationKey.isRor(key);
            batch.affiliation(batch.organisations().add(ror ? 0 : key, ror ? key : 0, ""), -1);
          }
        }
      }
      batch.finish(records);

      var locator = locator();
      locator.accept(batch);
      locator.finish();

      var tally = locator.tally();
      assertThat(tally.weightLocated() + tally.weightUnlocated())
          .as("seed %d", seed)
          .isCloseTo(records, within(records * 1e-9));
    }
  }

  private Contributions locate(RecordBatch batch) throws Exception {
    var locator = locator();
    locator.accept(batch);
    return locator.finish();
  }

  private Locator locator() throws Exception {
    return new Locator(Methods.of("custom"), places(), rejects::add);
  }

  private Places places() throws Exception {
    var file = folder.resolve("places.jsonl");
    Files.write(
        file,
        List.of(
            """
            {"id":"https://openalex.org/I1","display_name":"Wuhan University",\
            "geo":{"latitude":30.5,"longitude":114.3}}\
            """,
            """
            {"id":"https://openalex.org/I2","display_name":"Hospital",\
            "associated_institutions":[{"id":"https://openalex.org/I1","relationship":"parent"}]}\
            """,
            """
            {"id":"https://ror.org/0aaaaaa11","names":[{"value":"Two","types":["ror_display"]}],\
            "locations":[{"geonames_id":1,"geonames_details":{"lat":10,"lng":20}},\
            {"geonames_id":2,"geonames_details":{"lat":11,"lng":21}}],"status":"active"}\
            """),
        StandardCharsets.UTF_8);
    var files = InputFiles.resolve(List.of(file.toString()));
    var read = Places.read(files, 1, Progress.NONE);
    assertThat(read.rejects()).isEmpty();
    return read.places();
  }

  private record Row(
      int person, double weight, double share, LocatedBy way, double lat, double lon) {}

  private static List<Row> rows(Contributions contributions) {
    var rows = new ArrayList<Row>();
    for (var chunk : contributions.chunks()) {
      for (int i = 0; i < chunk.rows(); i++) {
        int site = chunk.site(i);
        rows.add(
            new Row(
                chunk.person(i),
                chunk.weight(i),
                chunk.share(i),
                chunk.locatedBy(i),
                contributions.sites().latDegrees(site),
                contributions.sites().lonDegrees(site)));
      }
    }
    return rows;
  }
}
