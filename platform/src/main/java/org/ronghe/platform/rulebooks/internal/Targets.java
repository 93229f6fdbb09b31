package org.ronghe.platform.rulebooks.internal;

import java.util.List;
import java.util.Map;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.CityTargets;
import org.ronghe.platform.rulebooks.TitleKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// How many firms of a title a city wants by a year.
@Component
class Targets implements CityTargets {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;
  private static final int MOST = 1_000_000;

  private final JdbcClient jdbc;
  private final CityJudge city;

  Targets(JdbcClient jdbc, CityJudge city) {
    this.jdbc = jdbc;
    this.city = city;
  }

  /// A target.
  record Target(TitleKey title, int year, int count) {}

  @Transactional(readOnly = true)
  List<Target> all() {
    return jdbc.sql("SELECT rulebook, title, year, target FROM title_target ORDER BY year, id")
        .query((row, _) ->
            new Target(
                new TitleKey(row.getString(1), row.getString(2)), row.getInt(3), row.getInt(4)))
        .list();
  }

  @Override
  @Transactional
  public void set(TitleKey title, int year, int count) {
    set(new Target(title, year, count));
  }

  @Transactional
  void set(Target target) {
    if (!Actors.current().writesAll()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    String wrong = wrongField(target);
    if (!wrong.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of(wrong, "rulebooks.target.wrong"));
    }
    Map<String, Object> values =
        Map.of(
            "rulebook", target.title().rulebook(),
            "title", target.title().title(),
            "year", target.year(),
            "target", target.count());
    if (target.count() == 0) {
      jdbc.sql(
              "DELETE FROM title_target WHERE rulebook = :rulebook AND title = :title AND year ="
                  + " :year")
          .params(values)
          .update();
    } else {
      jdbc.sql(
              """
              INSERT INTO title_target (rulebook, title, year, target) VALUES (:rulebook, :title, :year, :target)
              ON CONFLICT (rulebook, title, year) DO UPDATE SET target = excluded.target\
              """)
          .params(values)
          .update();
    }
  }

  private String wrongField(Target target) {
    if (city.titles().stream().noneMatch(title -> title.key().equals(target.title()))) {
      return "title";
    }
    if (target.year() < FIRST_YEAR || target.year() > LAST_YEAR) {
      return "year";
    }
    return target.count() < 0 || target.count() > MOST ? "target" : "";
  }
}
