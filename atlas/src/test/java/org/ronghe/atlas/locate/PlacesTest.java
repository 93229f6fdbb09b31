package org.ronghe.atlas.locate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.atlas.source.input.Progress;

class PlacesTest {
  private static final String V1 =
      "{'id':'https://ror.org/000050t83','name':'Navigation Institute','relationships':[],"
          + "'addresses':[{'lat':35.6895,'lng':139.69171,'city':'Tōkyō','geonames_city':"
          + "{'id':1850147,'city':'Tokyo','geonames_admin1':{'name':'x'}}}],'status':'active',"
          + "'country':{'country_name':'Japan','country_code':'JP'}}";
  private static final String V2 =
      "{'id':'https://ror.org/000025p04','names':[{'lang':null,'types':['acronym'],'value':'TS'},"
          + "{'value':'Thailand Science','types':['ror_display','label']},"
          + "{'types':['label'],'value':'other'}],'locations':[{'geonames_details':{'country_code':"
          + "'TH','lat':13.75398,'lng':100.50144,'name':'Bangkok'},'geonames_id':1609350},"
          + "{'geonames_details':{'country_code':'LA','lat':-1,'lng':-2.5e1,'name':'Elsewhere'}}],"
          + "'relationships':[],'status':'active'}";
  private static final String INSTITUTION =
      "{'id':'https://openalex.org/I33213144','ror':'https://ror.org/02y3ad647','display_name':'University"
          + " of Florida','country_code':'US','lineage':['https://openalex.org/I33213144'],"
          + "'geo':{'city':'Gainesville','geonames_city_id':'4156404','region':null,'country_code':"
          + "'US','latitude':29.65163,'longitude':-82.32483},'associated_institutions':[]}";

  @TempDir Path folder;

  @Test
  void readsRorOfBothSchemasAndInstitutions() throws Exception {
    var places = read(V1, V2, INSTITUTION).places();
    assertThat(places.size()).isEqualTo(3);
    assertThat(told(places, "https://ror.org/000050t83"))
        .isEqualTo("Navigation Institute JP Tokyo 35.6895 139.69171");
    assertThat(told(places, "000025p04"))
        .isEqualTo("Thailand Science TH Bangkok 13.75398 100.50144 Elsewhere -1.0 -25.0");
    assertThat(told(places, "I33213144"))
        .isEqualTo("University of Florida US Gainesville 29.65163 -82.32483");
    assertThat(find(places, "02y3ad647")).isEqualTo(find(places, "I33213144"));
    assertThat(OrganisationKey.url(places.key(find(places, "I33213144"))))
        .isEqualTo("https://ror.org/02y3ad647");
    assertThat(find(places, "I1")).isEqualTo(-1);
    assertThat(places.find(OrganisationKey.NONE)).isEqualTo(-1);
  }

  @Test
  void readsADumpThatIsOneArray() throws Exception {
    var pretty = "[\n  " + V1.replace(",", ",\n    ") + ",\n  " + V2 + "\n]\n";
    var result = read(pretty);
    assertThat(result.places().size()).isEqualTo(2);
    assertThat(result.rejects()).isEmpty();
  }

  @Test
  void firstFileGivesTheCoordinates() throws Exception {
    var ror =
        file(
            "ror",
            "{'id':'https://ror.org/02y3ad647','name':'UF','addresses':[{'lat':1,'lng':2}]}");
    var bare = file("bare", "{'id':'https://ror.org/02y3ad647','name':'UF','addresses':[]}");
    var institutions = file("institutions", INSTITUTION);
    assertThat(told(read(ror, institutions).places(), "I33213144")).isEqualTo("UF US  1.0 2.0");
    assertThat(told(read(institutions, ror).places(), "02y3ad647"))
        .isEqualTo("University of Florida US Gainesville 29.65163 -82.32483");
    assertThat(told(read(bare, institutions).places(), "02y3ad647"))
        .isEqualTo("UF US Gainesville 29.65163 -82.32483");
    assertThat(read(ror, institutions).rejects()).isEmpty();
  }

  @Test
  void aChildWithoutAPlaceTakesThatOfItsNearestAncestor() throws Exception {
    var places =
        read(
                ror("0aaaaaa11", null, "Parent 0bbbbbb11", "Parent 0cccccc11"),
                ror("0bbbbbb11", null, "parent 0dddddd11"),
                ror("0cccccc11", "3,4"),
                ror("0dddddd11", "5,6"),
                ror("0eeeeee11", null, "parent 0aaaaaa22", "parent 0bbbbbb11"),
                ror("0ffffff11", null, "parent 0gggggg11"),
                ror("0gggggg11", null, "parent 0ffffff11", "parent 0gggggg11"),
                ror("0hhhhhh11", "7,8", "parent 0dddddd11"),
                ror("0jjjjjj11", null, "related 0dddddd11", "child 0cccccc11"))
            .places();
    assertThat(told(places, "0aaaaaa11")).isEqualTo("0aaaaaa11 XX  3.0 4.0");
    assertThat(places.viaParent(find(places, "0aaaaaa11"))).isTrue();
    assertThat(told(places, "0bbbbbb11")).isEqualTo("0bbbbbb11 XX  5.0 6.0");
    assertThat(told(places, "0eeeeee11")).isEqualTo("0eeeeee11 XX  5.0 6.0");
    assertThat(told(places, "0hhhhhh11")).isEqualTo("0hhhhhh11 XX  7.0 8.0");
    assertThat(places.viaParent(find(places, "0hhhhhh11"))).isFalse();
    for (var placeless : List.of("0ffffff11", "0gggggg11", "0jjjjjj11")) {
      assertThat(find(places, placeless)).isNotNegative();
      assertThat(places.locations(find(places, placeless))).isZero();
      assertThat(places.viaParent(find(places, placeless))).isFalse();
    }
  }

  @Test
  void anInstitutionTakesThePlaceOfItsParentOrElseOfAnAncestor() throws Exception {
    var child =
        "{'id':'https://openalex.org/I1','lineage':['https://openalex.org/I1',"
            + "'https://openalex.org/I33213144'],'geo':{'latitude':null,'longitude':null},"
            + "'associated_institutions':[%s]}";
    var related =
        "{'id':'https://openalex.org/I9','ror':'https://ror.org/000050t83','relationship':'%s'}";
    var byParent = read(String.format(child, String.format(related, "parent")), V1, INSTITUTION);
    assertThat(told(byParent.places(), "I1")).isEqualTo(" JP Tokyo 35.6895 139.69171");
    var byLineage = read(String.format(child, String.format(related, "related")), V1, INSTITUTION);
    assertThat(told(byLineage.places(), "I1")).isEqualTo(" US Gainesville 29.65163 -82.32483");
  }

  @Test
  void aWithdrawnRecordLeadsToItsSuccessor() throws Exception {
    var places =
        read(
                withdrawn("0aaaaaa11", "Successor 0aaaaaa22", "Successor 0bbbbbb11"),
                withdrawn("0bbbbbb11", "successor 0cccccc11"),
                ror("0cccccc11", "3,4"),
                withdrawn("0dddddd11"),
                withdrawn("0eeeeee11", "successor 0ffffff11"),
                withdrawn("0ffffff11", "successor 0eeeeee11"),
                ror("0gggggg11", "9,9", "successor 0cccccc11"),
                ror("0hhhhhh11", null, "parent 0bbbbbb11"))
            .places();
    assertThat(find(places, "0aaaaaa11")).isEqualTo(find(places, "0cccccc11"));
    assertThat(find(places, "0bbbbbb11")).isEqualTo(find(places, "0cccccc11"));
    assertThat(told(places, "0dddddd11")).isEqualTo("0dddddd11 XX  1.0 2.0");
    assertThat(told(places, "0eeeeee11")).endsWith("1.0 2.0");
    assertThat(told(places, "0gggggg11")).endsWith("9.0 9.0");
    assertThat(told(places, "0hhhhhh11")).endsWith("3.0 4.0");
  }

  @Test
  void rejectsWhatCannotBe() throws Exception {
    var result =
        read(
            ror("0aaaaaa11", "90.1,0"),
            ror("0bbbbbb11", "90,-180.0001"),
            ror("0cccccc11", "-90,180"),
            ror("0aaaaaa11", "1,1"),
            "{'id':'https://ror.org/0dddddd11','addresses':[{'lat':'north','lng':1}]}",
            "{'id':'Oxford','name':'Oxford'}",
            "{'name':'Oxford'}",
            "{'id':'https://ror.org/0eeeeee11'",
            ror("0ffffff11", "91,0").replaceFirst("]", ",{'lat':4,'lng':5}]"));
    assertThat(result.rejects())
        .extracting(r -> r.line() + " " + r.field() + " " + r.code().code())
        .containsExactly(
            "1 latitude coordinate-impossible",
            "2 longitude coordinate-impossible",
            "5 latitude number-invalid",
            "6 id identifier-invalid",
            "7 id value-missing",
            "8 id malformed-json",
            "9 latitude coordinate-impossible",
            "4 id duplicate-id");
    var places = result.places();
    assertThat(places.locations(find(places, "0aaaaaa11"))).isZero();
    assertThat(told(places, "0cccccc11")).endsWith("-90.0 180.0");
    assertThat(places.locations(find(places, "0ffffff11"))).isOne();
  }

  @Test
  void isTheSameWithAnyNumberOfThreads() throws Exception {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 120_000; i++) {
      var id = String.format("%09d", 1 + i % 110_000);
      lines.add(ror(id, i % 3 == 0 ? null : i % 180 - 90 + ".5," + i % 90));
    }
    var path = folder.resolve("many.gz");
    try (var out = new GZIPOutputStream(Files.newOutputStream(path))) {
      out.write(String.join("\n", lines).replace('\'', '"').getBytes(UTF_8));
    }
    var files = InputFiles.resolve(List.of(path.toString()));
    var one = Places.read(files, 1, Progress.NONE);
    var four = Places.read(files, 4, Progress.NONE);
    assertThat(one.rejects()).hasSize(10_000).isEqualTo(four.rejects());
    assertThat(one.lines()).isEqualTo(120_000).isEqualTo(four.lines());
    assertThat(one.places().size()).isEqualTo(four.places().size());
    for (int i = 1; i <= 110_000; i += 7) {
      var id = String.format("%09d", i);
      assertThat(told(four.places(), id)).isEqualTo(told(one.places(), id));
    }
  }

  @Test
  void stopsAtAFileThatHoldsNoPlaces() throws Exception {
    var works = file("works.jsonl", "{'id':'https://openalex.org/W1'}");
    var places = file("places.jsonl", V1);
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(places, works))
        .withMessageContaining("works.jsonl")
        .withMessageContaining("OpenAlex works");
  }

  @Test
  void noneKnowsNothing() {
    assertThat(Places.none().find(OrganisationKey.parse("000050t83"))).isEqualTo(-1);
    assertThat(Places.none().size()).isZero();
  }

  @Test
  void asksForLocationsThatThereAre() throws Exception {
    var places = read(V1).places();
    assertThatExceptionOfType(IndexOutOfBoundsException.class)
        .isThrownBy(() -> places.latDegrees(0, 1))
        .withMessageContaining("000050t83");
  }

  private static int find(Places places, String id) {
    return places.find(OrganisationKey.parse(id));
  }

  private static String told(Places places, String id) {
    int place = find(places, id);
    var told = new StringBuilder(places.name(place) + " " + places.country(place));
    for (int k = 0; k < places.locations(place); k++) {
      told.append(' ').append(places.city(place, k));
      told.append(' ').append(places.latDegrees(place, k));
      told.append(' ').append(places.lonDegrees(place, k));
    }
    return told.toString();
  }

  private static String withdrawn(String id, String... links) {
    return ror(id, "1,2", links).replace("'active'", "'withdrawn'");
  }

  /// A ROR record at `latLon`, or without a place, with links such as `parent 042fqyp44`.
  private static String ror(String id, @Nullable String latLon, String... links) {
    var relationships =
        List.of(links).stream()
            .map(link -> link.split(" ", -1))
            .map(link -> "{'type':'" + link[0] + "','id':'https://ror.org/" + link[1] + "'}")
            .toList();
    var at = latLon == null ? null : latLon.split(",", -1);
    return "{'id':'https://ror.org/"
        + id
        + "','name':'"
        + id
        + "','status':'active',"
        + "'country':{'country_code':'XX'},'addresses':["
        + (at == null ? "" : "{'lng':" + at[1] + ",'lat':" + at[0] + "}")
        + "],'relationships':["
        + String.join(",", relationships)
        + "]}";
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines).replace('\'', '"'));
  }

  private PlacesRead read(String... lines) throws Exception {
    return read(file("places", lines));
  }

  private static PlacesRead read(Path... paths) throws InterruptedException {
    var names = List.of(paths).stream().map(Path::toString).toList();
    return Places.read(InputFiles.resolve(names), 1, Progress.NONE);
  }
}
