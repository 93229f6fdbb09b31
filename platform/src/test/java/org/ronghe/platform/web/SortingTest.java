package org.ronghe.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

class SortingTest {
  private static final Sorting.Key ID = new Sorting.Key("id", "t.id", "bigint");
  private static final Sorting.Key NAME = new Sorting.Key("name", "t.name", "text");

  private static Sorting sorting(String asked) {
    return Sorting.of(asked, "name", ID, NAME);
  }

  @Test
  void everyOrderIsMadeTotal() {
    assertThat(sorting("").orderBy()).isEqualTo("t.name, t.id");
    assertThat(sorting("name:desc").orderBy()).isEqualTo("t.name DESC, t.id DESC");
    assertThat(sorting("name:desc,id").orderBy()).isEqualTo("t.name DESC, t.id");
    assertThat(sorting("id:desc").orderBy()).isEqualTo("t.id DESC");
  }

  @Test
  void unknownKeysAreRefused() {
    for (String asked : List.of("nonsense", "name:up", "name:desc:asc", "name;drop")) {
      assertThatExceptionOfType(NodeProblem.class)
          .as(asked)
          .isThrownBy(() -> sorting(asked))
          .matches(problem -> problem.code() == ProblemCode.FILTER_INVALID);
    }
  }

  @Test
  void goesOnAfterThePlaceSeen() {
    Sorting sorting = sorting("name:desc,id");
    String cursor = new Cursor(sorting.text(), List.of("Beijing", "7")).text();
    var after = sorting.after(cursor);
    assertThat(after.sql())
        .isEqualTo(
            "(t.name < CAST(:c0 AS text)) OR"
                + " (t.name = CAST(:c0 AS text) AND t.id > CAST(:c1 AS bigint))");
    assertThat(after.parameters()).containsEntry("c0", "Beijing").containsEntry("c1", "7");
  }

  @Test
  void comparesWholeRowsWhereAllKeysGoOneWay() {
    for (String asked : List.of("name", "name:desc")) {
      Sorting sorting = sorting(asked);
      String cursor = new Cursor(sorting.text(), List.of("Beijing", "7")).text();
      assertThat(sorting.after(cursor).sql())
          .isEqualTo(
              "(t.name, t.id) "
                  + (asked.equals("name") ? ">" : "<")
                  + " (CAST(:c0 AS text), CAST(:c1 AS bigint))");
    }
  }

  @Test
  void aPlaceOfAnotherOrderIsRefused() {
    String cursor = new Cursor(sorting("name").text(), List.of("Beijing", "7")).text();
    for (String wrong : List.of(cursor, "nonsense", "!", "e30", "x".repeat(3000))) {
      assertThatExceptionOfType(NodeProblem.class)
          .as(wrong)
          .isThrownBy(() -> sorting("name:desc").after(wrong))
          .matches(problem -> problem.code() == ProblemCode.CURSOR_INVALID);
    }
  }
}
