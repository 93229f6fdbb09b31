package org.ronghe.atlas.demo;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.sphere.GeoPoint;

/// Writes the demo's records: OpenAlex works, institutions and PatentsView tables made from the
/// published totals, one hundredth of them, around the real cities. The records are invented; the
/// totals they add up to, world included, are the published ones divided by [#SCALE].
///
/// The same bytes every time. What the published rows leave of the world lies scattered, too thin
/// for any cluster, or has no known place.
public final class DemoRecords {
  /// Published figures are divided by this.
  public static final int SCALE = 100;

  /// The method's least weight, scaled down likewise.
  public static final double MIN_WEIGHT = 4500.0 / SCALE;

  private static final long SEED = 2023;
  private static final int FIRST_YEAR = 2017;
  private static final int YEARS = 5;
  private static final double JOINT = 0.2;
  private static final List<String> FIELDS =
      List.of(
          "Engineering",
          "Computer Science",
          "Medicine",
          "Materials Science",
          "Physics and Astronomy",
          "Chemistry",
          "Biochemistry, Genetics and Molecular Biology",
          "Energy",
          "Environmental Science",
          "Agricultural and Biological Sciences");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<PublishedCluster> clusters = PublishedCluster.all();
  private final List<DemoSites> sites = new ArrayList<>();
  private final List<Integer> firstInstitution = new ArrayList<>();
  private final List<GeoPoint> scattered;
  private int institutions;

  private DemoRecords(Gazetteer gazetteer) {
    for (var cluster : clusters) {
      var around = DemoSites.around(cluster.cities(), random);
      sites.add(around);
      firstInstitution.add(institutions);
      institutions += around.all().size();
    }
    scattered = ScatteredPlaces.farFrom(clusters, gazetteer);
  }

  /// Where the demo put its files.
  public record DemoFiles(Path works, Path places, Path patents) {}

  /// Where the files are in `folder`.
  public static DemoFiles in(Path folder) {
    return new DemoFiles(
        folder.resolve("works.jsonl.gz"),
        folder.resolve("institutions.jsonl.gz"),
        folder.resolve("patents"));
  }

  /// Writes all files into `folder`, which exists, and a `run.json` that says what they are.
  public static void write(Path folder, Gazetteer gazetteer) {
    var records = new DemoRecords(gazetteer);
    var files = in(folder);
    try {
      Files.createDirectories(files.patents());
      records.institutions(files.places());
      records.works(files.works());
      records.patents(files.patents());
      Files.writeString(
          folder.resolve("run.json"),
          "{\"made_by\": \"ronghe demo\", \"records\": \"invented\"}\n");
    } catch (IOException e) {
      throw new ProblemException(
          ErrorCode.OUTPUT_UNWRITABLE, folder, String.valueOf(e.getMessage()));
    }
  }

  private void institutions(Path file) throws IOException {
    try (var out = gzip(file)) {
      for (int c = 0; c < clusters.size(); c++) {
        for (int s = 0; s < sites.get(c).all().size(); s++) {
          int number = firstInstitution.get(c) + s;
          var name = "Demo institute " + (s + 1) + ", " + clusters.get(c).name();
          institution(out, number, name, sites.get(c).all().get(s));
        }
      }
      for (int i = 0; i < scattered.size(); i++) {
        institution(out, institutions + i, "Demo institute " + (i + 1), scattered.get(i));
      }
    }
  }

  private static void institution(BufferedWriter out, int number, String name, GeoPoint at)
      throws IOException {
    out.write("{\"id\":\"" + institutionId(number) + "\",\"display_name\":\"" + name);
    out.write("\",\"geo\":{\"latitude\":" + at.latDegrees() + ",\"longitude\":" + at.lonDegrees());
    out.write("}}\n");
  }

  private void works(Path file) throws IOException {
    try (var out = gzip(file)) {
      var halves = new ArrayList<Integer>();
      int written = 0;
      for (int c = 0; c < clusters.size(); c++) {
        int quota = clusters.get(c).publications() / SCALE;
        int joint = (int) (quota * JOINT);
        for (int i = 0; i < 2 * joint; i++) {
          halves.add(c);
        }
        for (int i = 0; i < quota - joint; i++) {
          work(out, written++, authors(c, 1 + random.nextInt(4)));
        }
      }
      shuffle(halves);
      for (int i = 0; i + 1 < halves.size(); i += 2) {
        var authors = authors(halves.get(i), 2);
        authors.addAll(authors(halves.get(i + 1), 2));
        work(out, written++, authors);
      }
      int rest = PublishedCluster.WORLD_PUBLICATIONS / SCALE - written;
      for (int i = 0; i < rest; i++) {
        var nowhere = i < scattered.size() * 8 ? institutions + i % scattered.size() : -1;
        work(out, written++, List.of(nowhere));
      }
    }
  }

  private void work(BufferedWriter out, int number, List<Integer> authors) throws IOException {
    out.write("{\"id\":\"https://openalex.org/W" + (1_000_000 + number));
    out.write("\",\"publication_year\":" + (FIRST_YEAR + random.nextInt(YEARS)));
    out.write(",\"type\":\"article\",\"is_retracted\":false,\"is_paratext\":false");
    out.write(",\"primary_topic\":{\"field\":{\"display_name\":\"" + draw(FIELDS) + "\"}}");
    out.write(",\"authorships\":[");
    for (int a = 0; a < authors.size(); a++) {
      out.write(a == 0 ? "{\"institutions\":[" : ",{\"institutions\":[");
      if (authors.get(a) >= 0) {
        out.write("{\"id\":\"" + institutionId(authors.get(a)) + "\"}");
      }
      out.write("]}");
    }
    out.write("]}\n");
  }

  private void patents(Path folder) throws IOException {
    try (var patents = plain(folder.resolve("g_patent.tsv"));
        var inventors = plain(folder.resolve("g_inventor_disambiguated.tsv"));
        var locations = plain(folder.resolve("g_location_disambiguated.tsv"))) {
      patents.write("patent_id\tpatent_type\tpatent_date\n");
      inventors.write("patent_id\tinventor_sequence\tinventor_id\tlocation_id\n");
      locations.write("location_id\tlatitude\tlongitude\n");
      int number = 0;
      for (int c = 0; c < clusters.size(); c++) {
        for (int s = 0; s < sites.get(c).all().size(); s++) {
          var at = sites.get(c).all().get(s);
          int location = firstInstitution.get(c) + s;
          locations.write(location + "\t" + at.latDegrees() + "\t" + at.lonDegrees() + "\n");
        }
        for (int i = 0; i < clusters.get(c).patents() / SCALE; i++) {
          patent(patents, inventors, number++, authors(c, 1 + random.nextInt(3)));
        }
      }
      for (int i = 0; i < scattered.size(); i++) {
        var at = scattered.get(i);
        locations.write(
            (institutions + i) + "\t" + at.latDegrees() + "\t" + at.lonDegrees() + "\n");
      }
      int rest = PublishedCluster.WORLD_PATENTS / SCALE - number;
      for (int i = 0; i < rest; i++) {
        patent(patents, inventors, number++, List.of(institutions + i % scattered.size()));
      }
    }
  }

  private void patent(
      BufferedWriter patents, BufferedWriter inventors, int number, List<Integer> places)
      throws IOException {
    int year = FIRST_YEAR + random.nextInt(YEARS);
    patents.write("D" + number + "\tutility\t" + year + "-06-30\n");
    for (int i = 0; i < places.size(); i++) {
      inventors.write("D" + number + "\t" + i + "\tD" + number + "-" + i + "\t");
      inventors.write(places.get(i) + "\n");
    }
  }

  /// Institutions of `count` authors in one cluster.
  private List<Integer> authors(int cluster, int count) {
    var authors = new ArrayList<Integer>();
    for (int i = 0; i < count; i++) {
      authors.add(firstInstitution.get(cluster) + sites.get(cluster).draw(random));
    }
    return authors;
  }

  private String draw(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }

  private void shuffle(List<Integer> list) {
    for (int i = list.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      var moved = list.get(i);
      list.set(i, list.get(j));
      list.set(j, moved);
    }
  }

  private static String institutionId(int number) {
    return "https://openalex.org/I" + (9_000_000_000L + number);
  }

  private static BufferedWriter gzip(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8),
        1 << 16);
  }

  private static BufferedWriter plain(Path file) throws IOException {
    return Files.newBufferedWriter(file, StandardCharsets.UTF_8);
  }
}
