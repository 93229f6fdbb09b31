package org.ronghe.atlas.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.method.Methods;
import org.ronghe.atlas.method.Overrides;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.run.RankRequest.Inputs;
import org.ronghe.testkit.SharedData;

class RankRunTest {
  @TempDir Path folder;

  @Test
  void theRealSampleAddsUpAndGivesTheSameBytesForAnyNumberOfThreads() throws Exception {
    var works = SharedData.require("openalex").resolve("works-*.jsonl.gz").toString();
    var ror = SharedData.require("ror/ror-subset.jsonl.gz").toString();

    var one = RankRun.run(request(works, ror, "one", 1), List.of(), RunListener.NONE);
    var four = RankRun.run(request(works, ror, "four", 4), List.of(), RunListener.NONE);

    var quality = one.ranking().quality();
    double counted = quality.steps().getOrDefault("records.counted", 0L).doubleValue();
    assertThat(quality.weightLocated() + quality.weightUnlocated())
        .isCloseTo(counted, within(counted * 1e-9));
    assertThat(quality.steps()).containsEntry("records.read", 8436L);
    assertThat(one.ranking().clusters()).hasSizeGreaterThan(250);
    assertThat(four.rejectShare()).isLessThan(0.01);
    sameBytes(one.folder(), four.folder());
    filesAgree(one);
  }

  @Test
  void damagedInputIsCountedAndTheRunGoesOn() throws Exception {
    var works = folder.resolve("works.jsonl");
    Files.writeString(
        works,
        """
        {"id":"https://openalex.org/W1","publication_year":2020,"authorships":[]}
        {"id":"https://openalex.org/W2","publication_year":2020,"authorships":[}
        {"id":"https://openalex.org/W1","publication_year":2021,"authorships":[]}
        {"id":"https://openalex.org/W3","publication_year":"soon"}
        """);
    var deals = folder.resolve("deals.csv");
    Files.writeString(
        deals,
        """
        id,year,lat,lon
        d1,2020,48.1,11.6
        d2,2020,95,11.6
        d3,2020,48.1,11.6
        """);
    var inputs =
        new Inputs(
            List.of(works.toString()),
            List.of(),
            List.of(deals.toString()),
            List.of(),
            null,
            Map.of(),
            null,
            null);

    var outcome = RankRun.run(request(inputs, "out", 2, "2"), List.of(), RunListener.NONE);

    assertThat(outcome.ranking().quality().rejects())
        .containsEntry("malformed-json", 1L)
        .containsEntry("duplicate-id", 1L)
        .containsEntry("coordinate-impossible", 1L);
    assertThat(outcome.rejectShare()).isGreaterThan(0.01);
    assertThat(Files.readAllLines(outcome.folder().resolve("rejects.jsonl")))
        .hasSize((int) outcome.rejects())
        .anySatisfy(line -> assertThat(line).contains("works.jsonl", "\"line\":2", "remedy"))
        .anySatisfy(line -> assertThat(line).contains("deals.csv", "95"));
    assertThat(outcome.ranking().clusters())
        .singleElement()
        .satisfies(c -> assertThat(c.name().english()).isEqualTo("Munich"))
        .satisfies(c -> assertThat(c.name().chinese()).isEqualTo("慕尼黑"))
        .satisfies(c -> assertThat(c.economies()).containsExactly("DE"));
  }

  @Test
  void aMissingFileStopsBeforeAnythingIsWritten() {
    var inputs =
        new Inputs(
            List.of(folder.resolve("none-*.gz").toString()),
            List.of(),
            List.of(),
            List.of(),
            null,
            Map.of(),
            null,
            null);

    assertThatThrownBy(
            () -> RankRun.run(request(inputs, "out", 1, "2"), List.of(), RunListener.NONE))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_MISSING));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aBrokenBaseMapIsFoundBeforeTheFirstRecordIsRead() throws IOException {
    var map = Files.writeString(folder.resolve("map.json"), "{\"type\":\"Feature");
    var works = Files.writeString(folder.resolve("works.jsonl"), "{\"authorships\":[]}\n");
    var good = request(works.toString(), works.toString(), "out", 1);
    var broken =
        new RankRequest(
            good.method(),
            good.inputs(),
            good.world(),
            good.out(),
            new RankRequest.StandardMap(map, ""),
            1,
            good.language(),
            good.options());
    var entered = new ArrayList<RunListener.Step>();
    var listener =
        new RunListener() {
          @Override
          public void enter(Step step) {
            entered.add(step);
          }

          @Override
          public void at(long done, long total) {}
        };

    assertThatThrownBy(() -> RankRun.run(broken, List.of(), listener))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.FILE_UNREADABLE))
        .hasMessageContaining("map.json");
    assertThat(entered).isEmpty();
    assertThat(broken.out()).doesNotExist();
  }

  @Test
  void nothingToRankIsAUsageError() {
    var inputs = new Inputs(List.of(), List.of(), List.of(), List.of(), null, Map.of(), null, null);

    assertThatThrownBy(
            () -> RankRun.run(request(inputs, "out", 1, "2"), List.of(), RunListener.NONE))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOTHING_TO_DO));
  }

  private RankRequest request(String works, String places, String out, int threads) {
    var inputs =
        new Inputs(
            List.of(works), List.of(), List.of(), List.of(places), null, Map.of(), null, null);
    return request(inputs, out, threads, "20");
  }

  private RankRequest request(Inputs inputs, String out, int threads, String minWeight) {
    var overrides =
        new Overrides(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.of(15),
            Overrides.minWeightOf(minWeight),
            minWeight);
    return new RankRequest(
        overrides.applyTo(Methods.of("custom")),
        inputs,
        Map.of(),
        folder.resolve(out),
        null,
        threads,
        Locale.ENGLISH,
        Map.of("min-weight", minWeight));
  }

  private static void sameBytes(Path one, Path other) throws IOException {
    var names = new ArrayList<String>();
    try (var files = Files.list(one)) {
      files.forEach(f -> names.add(f.getFileName().toString()));
    }
    assertThat(names)
        .contains(
            "clusters.csv",
            "clusters.parquet",
            "clusters.geojson",
            "points.parquet",
            "records.parquet",
            "collaboration.csv",
            "rejects.jsonl",
            "unlocated.csv",
            "run.json",
            "timings.json",
            "report.html");
    for (var name : names) {
      if (!name.equals("timings.json")) {
        assertThat(Files.mismatch(one.resolve(name), other.resolve(name))).as(name).isEqualTo(-1);
      }
    }
  }

  /// DuckDB, an outside judge, adds up the points and finds the ranking's counts.
  private static void filesAgree(Outcome outcome) throws SQLException {
    var points = "'" + outcome.folder().resolve("points.parquet") + "'";
    var records = "'" + outcome.folder().resolve("records.parquet") + "'";
    var clusters = "'" + outcome.folder().resolve("clusters.parquet") + "'";
    var quality = outcome.ranking().quality();
    try (var duck = DriverManager.getConnection("jdbc:duckdb:")) {
      assertThat(number(duck, "select sum(weight) from " + points))
          .isCloseTo(quality.weightLocated(), within(1e-6));
      assertThat(number(duck, "select sum(weight) from " + records))
          .isCloseTo(quality.weightCounted(), within(1e-6));
      assertThat(
              number(
                  duck,
                  "select max(abs(c.publications - p.w)) from "
                      + clusters
                      + " c join (select cluster, sum(weight) w from "
                      + points
                      + " group by cluster) p using (cluster)"))
          .isLessThan(1e-9);
      assertThat(
              number(
                  duck,
                  "select count(*) from "
                      + points
                      + " where (cluster is null) <> (role = 'noise')"))
          .isZero();
    }
  }

  private static double number(Connection duck, String sql) throws SQLException {
    try (var statement = duck.createStatement();
        var rows = statement.executeQuery(sql)) {
      assertThat(rows.next()).isTrue();
      return rows.getDouble(1);
    }
  }
}
