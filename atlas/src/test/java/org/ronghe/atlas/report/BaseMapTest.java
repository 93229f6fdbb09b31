package org.ronghe.atlas.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

class BaseMapTest {
  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("map.geojson"), text);
  }

  @Test
  void drawsAreasAndLinesOfAnyNesting() throws IOException {
    var map =
        BaseMap.read(
            file(
                """
                {"type":"FeatureCollection","features":[
                  {"type":"Feature","properties":{"name":"a"},"geometry":
                    {"type":"MultiPolygon","coordinates":[[[[0,0],[10,0],[10,10],[0,0]]]]}},
                  {"type":"Feature","properties":null,"geometry":null},
                  {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection",
                    "geometries":[{"type":"LineString","coordinates":[[0,0],[5,5]]},
                                  {"type":"Point","coordinates":[1,1]}]}}]}
                """));
    assertThat(map.areas()).isEqualTo("M4800 2336l267 0-2-358-265 358z");
    assertThat(map.lines()).matches("M4800 2336l133-\\d+");
  }

  @Test
  void aLineOverTheAntimeridianIsBroken() throws IOException {
    var map =
        BaseMap.read(file("{\"type\":\"LineString\",\"coordinates\":[[179,0],[-179,0],[-178,0]]}"));
    assertThat(map.lines()).matches("M\\d+ \\d+M\\d+ \\d+l26 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"type\":\"FeatureCollection\"}",
        "{\"type\":\"Topology\"}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[1]]]}",
        "{\"type\":\"Polygon\",\"coordinates\":[[[500000,4000000]]]}",
        "{\"type\":\"Point\",\"coordinates\":[1,1]}"
      })
  void anythingElseIsTheUsersError(String text) throws IOException {
    var path = file(text);
    assertThatThrownBy(() -> BaseMap.read(path))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.code()).isEqualTo(ErrorCode.FILE_UNREADABLE));
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> BaseMap.read(folder.resolve("none.geojson")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("none.geojson");
  }
}
