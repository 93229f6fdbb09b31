package org.ronghe.atlas.locate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.ronghe.atlas.source.OrganisationKey;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.input.BlockPipeline;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.atlas.source.input.Progress;
import org.ronghe.atlas.source.openalex.WorksReader;
import org.ronghe.testkit.SharedData;

/// The real sample joined to ROR by others: every located author point of theirs is one of ours, at
/// the same place, and we have none besides.
class PlacesReferenceTest {
  @Test
  void locatesTheSampleAsTheReferenceDoes() throws IOException, InterruptedException {
    var ror = SharedData.require("ror/ror-subset.jsonl.gz");
    var read = Places.read(InputFiles.resolve(List.of(ror.toString())), 2, Progress.NONE);
    assertThat(read.rejects()).isEmpty();
    assertThat(read.lines()).isEqualTo(51_370);
    var ours = points(read.places());
    var reference = SharedData.require("reference/openalex-author-points.csv.gz");
    int rows = 0;
    var theirs = new HashMap<String, Set<String>>();
    for (var line : lines(reference)) {
      var cells = line.split(",", -1);
      var author = cells[0] + " " + cells[2];
      var at = cells[6] + " " + Double.parseDouble(cells[7]) + " " + Double.parseDouble(cells[8]);
      theirs.computeIfAbsent(author, _ -> new HashSet<>()).add(at);
      rows++;
    }
    assertThat(rows).isEqualTo(29_867);
    var missing = new ArrayList<String>();
    theirs.forEach((author, points) -> {
      for (var point : points) {
        if (!ours.getOrDefault(author, Set.of()).contains(point)) {
          missing.add(author + " " + point);
        }
      }
    });
    // Ids of theirs that the subset of ROR at hand does not hold.
    missing.removeIf(
        point -> read.places().find(OrganisationKey.parse(point.split(" ", -1)[2])) < 0);
    assertThat(missing).isEmpty();
    var besides = new ArrayList<String>();
    ours.forEach((author, points) -> {
      for (var point : points) {
        if (!theirs.getOrDefault(author, Set.of()).contains(point)) {
          besides.add(author + " " + point);
        }
      }
    });
    // Some works name an institution without its ROR id; where another work gives that id for the
    // same OpenAlex id, it is ours for all of them, and the reference leaves the author out.
    assertThat(besides).hasSize(3).allMatch(point -> point.contains(" 01hx00y13 "));
  }

  /// For each author (work and ordinal) the places, as ROR id and coordinates of the first site.
  private static Map<String, Set<String>> points(Places places) throws InterruptedException {
    var points = new HashMap<String, Set<String>>();
    BlockPipeline.run(
        InputFiles.resolve(List.of(SharedData.require("openalex") + "/works-*.jsonl.gz")),
        2,
        () -> new WorksReader(RecordFilter.all()),
        batch -> add(batch, places, points),
        Progress.NONE);
    return points;
  }

  private static void add(RecordBatch batch, Places places, Map<String, Set<String>> points) {
    for (int r = 0; r < batch.records(); r++) {
      for (int c = batch.firstContribution(r); c < batch.firstContribution(r + 1); c++) {
        int organisation = batch.organisation(c);
        long key = organisation < 0 ? 0 : batch.organisations().rorKey(organisation);
        int place = places.find(key);
        if (place >= 0 && places.locations(place) > 0) {
          var author = batch.id(r) + " " + batch.person(c);
          var at =
              OrganisationKey.url(key).substring("https://ror.org/".length())
                  + " "
                  + places.latDegrees(place, 0)
                  + " "
                  + places.lonDegrees(place, 0);
          points.computeIfAbsent(author, _ -> new HashSet<>()).add(at);
        }
      }
    }
  }

  private static List<String> lines(Path file) throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      return in.lines().skip(1).toList();
    }
  }
}
