package org.ronghe.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Filters.Field;
import org.ronghe.platform.web.Filters.Kind;

class FiltersTest {
  private static final Filters FILTERS =
      Filters.of(
          new Field("name", Kind.SEARCH, "c.name"),
          new Field("code", Kind.TEXT, "c.code"),
          new Field("economy", Kind.ONE_OF, "c.economies"),
          new Field("rank", Kind.NUMBER, "c.rank"),
          new Field("since", Kind.DAY, "c.since"),
          new Field("tie", Kind.TRUTH, "c.tie"));

  @Test
  void nothingAskedIsMetByAll() {
    assertThat(FILTERS.parse("")).isEqualTo(SqlCondition.ALL);
    assertThat(FILTERS.parse(" , ")).isEqualTo(SqlCondition.ALL);
  }

  @Test
  void commaIsAndBarIsOr() {
    var condition = FILTERS.parse("economy:CN|JP,rank:<20");
    assertThat(condition.sql())
        .isEqualTo(
            "(c.economies @> ARRAY[:f0]::text[] OR c.economies @> ARRAY[:f1]::text[]) AND"
                + " (c.rank < :f2)");
    assertThat(condition.parameters()).isEqualTo(Map.of("f0", "CN", "f1", "JP", "f2", 20L));
  }

  @Test
  void bangIsTheOppositeEvenOfWhatIsUnknown() {
    assertThat(FILTERS.parse("code:!a|b").sql())
        .isEqualTo("NOT coalesce((c.code = :f0 OR c.code = :f1), false)");
  }

  @Test
  void dotsAreARangeOfNumbersAndDays() {
    assertThat(FILTERS.parse("since:2024-01-01..2024-12-31").parameters())
        .isEqualTo(Map.of("f0", LocalDate.of(2024, 1, 1), "f1", LocalDate.of(2024, 12, 31)));
    assertThat(FILTERS.parse("rank:>=1.5").sql()).isEqualTo("(c.rank >= :f0)");
  }

  @Test
  void quotesKeepSeparatorsTogether() {
    assertThat(FILTERS.parse("code:\"a,b|c \\\"d\\\"\"").parameters())
        .isEqualTo(Map.of("f0", "a,b|c \"d\""));
  }

  @Test
  void signsOfLikeAreTakenAsTheyAre() {
    assertThat(FILTERS.parse("name:50%_\\").parameters()).isEqualTo(Map.of("f0", "%50\\%\\_\\\\%"));
  }

  @Test
  void whatAReaderSendsNeverReachesTheSql() {
    String evil = "x' OR 1=1 --";
    var condition = FILTERS.parse("code:" + evil);
    assertThat(condition.sql()).isEqualTo("(c.code = :f0)");
    assertThat(condition.parameters()).containsValue(evil);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rank",
        ":5",
        "nonsense:5",
        "rank:many",
        "rank:1..x",
        "since:yesterday",
        "tie:maybe",
        "code:\"open",
      })
  void whatCannotBeReadIsRefused(String filter) {
    assertThatExceptionOfType(NodeProblem.class)
        .isThrownBy(() -> FILTERS.parse(filter))
        .matches(problem -> problem.code() == ProblemCode.FILTER_INVALID);
  }

  @Test
  void endlessFiltersAreRefused() {
    assertThatExceptionOfType(NodeProblem.class)
        .isThrownBy(() -> FILTERS.parse("code:" + "a|".repeat(500)));
    assertThatExceptionOfType(NodeProblem.class)
        .isThrownBy(() -> FILTERS.parse("code:" + "a".repeat(5000)));
  }
}
