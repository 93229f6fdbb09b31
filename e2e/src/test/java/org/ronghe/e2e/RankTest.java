package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.testkit.Project;

/// `./ronghe rank` on a table and a method of one's own.
class RankTest {
  private static final String METHOD =
      """
      id: our-city-2026
      based-on: custom
      title: {en: Our city's method, zh: 本市方法}
      metrics:
        publications:
          from: {value: 2021, source: "council decision 12/2026"}
          to: 2025
      cluster:
        radius-km: {value: 20, unconfirmed: true}
        min-weight: 10
      """;

  /// 180° runs through Taveuni; Tromsø stands for the far north, Wuhan for the middle. A record of
  /// 2019 is out of the method's years.
  private static final List<Position> CITIES =
      List.of(
          new Position(-16.85, 179.97), new Position(69.65, 18.96), new Position(30.52, 114.36));

  private record Position(double latDegrees, double lonDegrees) {}

  @TempDir Path folder;

  @Test
  void aMethodFileOfOnesOwnRanks() throws Exception {
    Path result = folder.resolve("result");
    Launch.Finished run = rank(METHOD, result);
    assertThat(run.exitCode()).as(run.all()).isZero();
    assertThat(run.out()).contains("Wuhan");
    String described = Files.readString(result.resolve("run.json"));
    assertThat(described).contains("our-city-2026");
    assertThat(Files.readAllLines(result.resolve("clusters.csv"))).hasSize(1 + CITIES.size());
    assertThat(Files.readString(result.resolve("report.html")))
        .contains("Our city's method", "本市方法", "council decision 12/2026");
  }

  @Test
  void aMethodFileWithMistakesIsAnsweredWithAllOfThem() throws Exception {
    String broken = METHOD.replace("radius-km", "radius-m").replace("to: 2025", "to: soon");
    Path result = folder.resolve("result");
    Launch.Finished run = rank(broken, result);
    assertThat(run.exitCode()).as(run.all()).isEqualTo(2);
    assertThat(run.all())
        .contains("radius-m", "radius-km", "soon")
        .doesNotContain("Exception", "\tat ");
    assertThat(result).doesNotExist();
  }

  /// Outlines that reach across 180° are cut there, and an outside validator finds no fault.
  @Test
  void clustersAreValidGeoJson() throws Exception {
    Path result = folder.resolve("result");
    assertThat(rank(METHOD, result).exitCode()).isZero();
    Path file = result.resolve("clusters.geojson");
    assertThat(Files.readString(file)).contains("MultiPolygon", "180");
    assertThat(validated(file)).isEqualTo("valid");
    Path damaged = folder.resolve("damaged.geojson");
    Files.writeString(damaged, Files.readString(file).replace("MultiPolygon", "Polygon"));
    assertThat(validated(damaged)).isNotEqualTo("valid");
  }

  private Launch.Finished rank(String method, Path result) throws Exception {
    Path file = Files.writeString(folder.resolve("method.yaml"), method);
    return Launch.ronghe("rank", "--method=" + file, "--events=" + events(), "--out=" + result)
        .run();
  }

  private Path events() throws IOException {
    var table = new StringBuilder("id,kind,year,person,organisation,lat,lon\n");
    for (int city = 0; city < CITIES.size(); city++) {
      Position middle = CITIES.get(city);
      for (int i = 0; i < 40; i++) {
        double lat = middle.latDegrees() + (i % 7) * 0.01;
        double lon = middle.lonDegrees() + (i % 11) * 0.01;
        table
            .append("r%d-%d,publication,%d,,".formatted(city, i, i == 0 ? 2019 : 2021 + i % 5))
            .append(
                String.format(
                    Locale.ROOT,
                    "Institute %d,%.4f,%.4f\n",
                    city,
                    lat,
                    lon > 180 ? lon - 360 : lon));
      }
    }
    return Files.writeString(folder.resolve("events.csv"), table);
  }

  private static String validated(Path file) throws IOException, InterruptedException {
    String script =
        """
        import { check } from '@placemarkio/check-geojson';
        import { readFileSync } from 'node:fs';
        try { check(readFileSync(process.argv[1], 'utf8')); console.log('valid'); }
        catch (e) { console.log(e.issues ? JSON.stringify(e.issues) : String(e)); }
        """;
    Process node =
        new ProcessBuilder(
                "node", "--input-type=module", "--eval", script, file.toAbsolutePath().toString())
            .directory(Project.root().resolve("atlas/src/main/web").toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    node.waitFor();
    return said;
  }
}
