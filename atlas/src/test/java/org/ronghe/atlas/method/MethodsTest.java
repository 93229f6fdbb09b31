package org.ronghe.atlas.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

class MethodsTest {
  static final List<String> IDS = Methods.IDS;

  @TempDir Path folder;

  @ParameterizedTest
  @FieldSource("IDS")
  void everyValueOfABundledMethodStatesItsSourceOrThatItIsUnconfirmed(String id) {
    var method = Methods.of(id);

    assertThat(method.id()).isEqualTo(id);
    assertThat(method.title().chinese()).isNotEqualTo(method.title().english());
    assertThat(method.values())
        .filteredOn(v -> !v.name().equals("id"))
        .hasSizeGreaterThan(15)
        .allSatisfy(
            v -> assertThat(v.unconfirmed() || !v.source().isEmpty()).as(v.name()).isTrue());
  }

  @Test
  void theSeriesBreaksWhereWipoChangedTheMethod() {
    assertThat(Methods.of("gii-2017").cluster().radiusKm()).isEqualTo(13);
    assertThat(Methods.of("gii-2017").metrics()).extracting(m -> m.id()).containsExactly("pct");
    assertThat(Methods.of("gii-2018").cluster().radiusKm()).isEqualTo(15);
    assertThat(Methods.of("gii-2024").metrics())
        .extracting(m -> m.id())
        .containsExactly("pct", "publications");
    assertThat(Methods.of("gii-2025").metrics())
        .extracting(m -> m.id())
        .containsExactly("pct", "publications", "deals");
    assertThat(Methods.of("nature-index").unit()).isEqualTo(Method.Unit.CITY);
  }

  @Test
  void aFileOfOnesOwnStatesOnlyWhatDiffers() throws IOException {
    var file = write("based-on: gii-2024\nid: mine\ncluster: {radius-km: 25, min-weight: 0.5 %}\n");

    var method = Methods.of(file);

    assertThat(method.cluster().radiusKm()).isEqualTo(25);
    assertThat(method.cluster().minWeight()).isEqualTo(new Method.ShareOfAll(0.005));
    assertThat(method.metrics()).hasSize(2);
    assertThat(method.values())
        .filteredOn(v -> v.name().equals("cluster.radius-km"))
        .singleElement()
        .satisfies(v -> assertThat(v.source()).contains("mine.yaml"))
        .satisfies(v -> assertThat(v.unconfirmed()).isFalse());
  }

  @Test
  void allProblemsOfAFileAreReportedAtOnce() throws IOException {
    var file =
        write(
            """
            based-on: custom
            cluster: {radius-km: far, min-weigth: 3}
            records: {retracted: perhaps}
            metrics: {pct: {from: 2030, to: 2020}}
            """);

    assertThatThrownBy(() -> Methods.of(file))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("4 problem(s)")
        .hasMessageContaining("cluster.radius-km: expected a number")
        .hasMessageContaining("did you mean cluster.min-weight?")
        .hasMessageContaining("records.retracted: expected true or false, not \"perhaps\"")
        .hasMessageContaining("metrics.pct.from: is after metrics.pct.to");
  }

  @Test
  void brokenYamlIsASentenceNotAStackTrace() throws IOException {
    var file = write("cluster: [1, 2\n");

    assertThatThrownBy(() -> Methods.of(file))
        .isInstanceOfSatisfying(
            ProblemException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.METHOD_INVALID));
  }

  @Test
  void anUnknownMethodIsAnsweredWithTheKnownOnes() {
    assertThatThrownBy(() -> Methods.of("gii-2042"))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("gii-2024")
        .hasMessageContaining("nature-index");
  }

  @Test
  void optionsChangeAMethodAndSaySo() {
    var overrides =
        new Overrides(
            OptionalInt.of(2019),
            OptionalInt.empty(),
            OptionalDouble.of(20),
            Overrides.minWeightOf("0.1%"),
            "0.1%");

    var method = overrides.applyTo(Methods.of("gii-2024"));

    assertThat(method.metrics()).allSatisfy(m -> assertThat(m.fromYear()).isEqualTo(2019));
    assertThat(method.cluster().minWeight().of(5000)).isEqualTo(5);
    assertThat(method.values())
        .filteredOn(v -> v.name().equals("cluster.radius-km"))
        .containsExactly(new MethodValue("cluster.radius-km", "20.0", "--radius-km", false));
  }

  @Test
  void aMinimumWeightIsPositiveOrAShare() {
    assertThat(Overrides.minWeightOf("50")).isEqualTo(new Method.AbsoluteWeight(50));
    for (var wrong : new String[] {"0", "-1", "NaN", "Infinity", "120%", "0%", "many"}) {
      assertThatThrownBy(() -> Overrides.minWeightOf(wrong))
          .as(wrong)
          .isInstanceOf(ProblemException.class);
    }
  }

  private String write(String yaml) throws IOException {
    return Files.writeString(folder.resolve("mine.yaml"), yaml).toString();
  }
}
