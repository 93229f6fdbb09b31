package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Narrowed;
import org.ronghe.platform.web.SqlCondition;
import org.ronghe.platform.web.SqlList;
import org.ronghe.platform.web.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The list of achievements on screen and to take away, both as they were narrowed and sorted.
@Component
class Desk {
  private static final List<String> CHOICES = List.of("state", "class");

  private final Achievements achievements;
  private final Organisations organisations;
  private final AchievementRights rights;
  private final JdbcClient jdbc;

  Desk(
      Achievements achievements,
      Organisations organisations,
      AchievementRights rights,
      JdbcClient jdbc) {
    this.achievements = achievements;
    this.organisations = organisations;
    this.rights = rights;
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  public AchievementList list(View view, ListQuery query) {
    Narrowed narrowed = Narrowed.by(view, query, CHOICES, StoredAchievements.FILTERS);
    Listing<Achievement> rows = achievements.list(narrowed.query());
    return new AchievementList(
        narrowed.view(), rows, names(rows.results()), counts(), mayEnter(view));
  }

  /// Whether somebody begins drafts.
  static boolean mayEnter(View view) {
    return view.actor().writesAll() || !view.actor().writableOrganisations().isEmpty();
  }

  private Map<Long, Names> names(List<Achievement> rows) {
    return organisations.names(rows.stream().map(Achievement::organisation).distinct().toList());
  }

  /// How many there are in each state, as far as lists are counted.
  private Map<String, Long> counts() {
    var counts = new LinkedHashMap<String, Long>();
    StoredAchievements.STATES.forEach(state -> counts.put(state, 0L));
    SqlCondition readable = rights.readable();
    jdbc.sql(
            """
            SELECT state, (SELECT count(*) FROM (
              SELECT FROM achievement a WHERE a.state = wanted.state AND (%s) LIMIT %d) AS counted)
            FROM unnest(string_to_array(:states, ',')) AS wanted (state)\
            """
                .formatted(readable.sql(), SqlList.COUNTED + 1))
        .params(readable.parameters())
        .param("states", String.join(",", StoredAchievements.STATES))
        .query(row -> {
          counts.put(row.getString(1), row.getLong(2));
        });
    return counts;
  }

  /// The name of an organisation.
  String organisation(long id, View view) {
    Names names = organisations.names(List.of(id)).get(id);
    return names == null ? "" : names.in(view.language());
  }

  /// The organisations that the reader registers for, by name.
  Map<String, Long> own(View view) {
    var own = new LinkedHashMap<String, Long>();
    organisations
        .names(view.actor().writableOrganisations())
        .forEach((id, names) -> own.put(names.in(view.language()), id));
    return own;
  }

  /// The organisation that is or was called so.
  ///
  /// @throws NodeProblem INPUT_INVALID if there is none
  @Transactional(readOnly = true)
  public long named(String name) {
    return jdbc.sql("SELECT id FROM organisations_named(ARRAY[:name])")
        .param("name", name.strip())
        .query(Long.class)
        .optional()
        .orElseThrow(() ->
            new NodeProblem(
                ProblemCode.INPUT_INVALID,
                Map.of("organisation", Faults.words("registry.fault.organisation", name))));
  }

  /// Names of people and organisations that those who fill in a form may mean.
  Set<String> suggestions(View view) {
    return new TreeSet<>(own(view).keySet());
  }

  Download export(View view, ListQuery query, Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("id", view.text("registry.column.id")),
            new Column("number", view.text("registry.column.number")),
            new Column("state", view.text("registry.column.state")),
            new Column("title_zh", view.text("registry.field.title-zh")),
            new Column("title_en", view.text("registry.field.title-en")),
            new Column("class", view.text("registry.field.work-class")),
            new Column("organisation", view.text("registry.column.organisation")),
            new Column("due", view.text("registry.column.due")),
            new Column("changed", view.text("registry.column.changed")));
    return Download.of(
        "achievements",
        format,
        columns,
        query.narrowedBy(view, CHOICES),
        this::named,
        row -> cells(row, view));
  }

  /// An achievement and the name of whose it is.
  private record Named(Achievement achievement, @Nullable Names keeper) {}

  private Listing<Named> named(ListQuery query) {
    Listing<Achievement> part = achievements.list(query);
    Map<Long, Names> names = names(part.results());
    return new Listing<>(
        part.meta(),
        part.results().stream().map(row -> new Named(row, names.get(row.organisation()))).toList());
  }

  private static List<@Nullable Object> cells(Named named, View view) {
    Achievement row = named.achievement();
    Names keeper = named.keeper();
    var cells = new ArrayList<@Nullable Object>();
    cells.add(row.id());
    cells.add(number(row.state()));
    cells.add(view.text("registry.state." + row.state().code().replace('_', '-')));
    cells.add(row.form().value("title_zh"));
    cells.add(row.form().value("title_en"));
    cells.add(FormWords.shown("work_class", row.form().value("work_class"), view.texts()));
    cells.add(keeper == null ? null : keeper.in(view.language()));
    cells.add(row.duty().due());
    cells.add(row.duty().changed());
    return cells;
  }

  /// The registration number of whatever has one; empty otherwise.
  static String number(AchievementState state) {
    return switch (state) {
      case AchievementState.Registered registered -> registered.number().text();
      case AchievementState.Withdrawn withdrawn -> withdrawn.number().text();
      default -> "";
    };
  }
}
