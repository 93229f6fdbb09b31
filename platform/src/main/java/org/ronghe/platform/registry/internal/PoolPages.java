package org.ronghe.platform.registry.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.Filters;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Narrowed;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pools on screen.
@Controller
class PoolPages {
  /// What else the address of a list says, beside what it is filtered by.
  private static final Filters ADDRESS =
      Filters.of(
          Filters.Field.of("pool", "", Pool.codes()),
          Filters.Field.of("clock", "", List.of("over", "soon")),
          Filters.Field.of("left", "", List.of("true", "false")));

  private static final List<String> OUTCOME = List.of("outcome");

  private final Pools pools;
  private final Achievements achievements;

  PoolPages(Pools pools, Achievements achievements) {
    this.pools = pools;
    this.achievements = achievements;
  }

  private static Pool pool(View view) {
    return Pool.find(view.parameter("pool")).orElse(Pool.KEY);
  }

  private static boolean left(View view) {
    return view.parameter("left").equals("true");
  }

  @GetMapping("/pools")
  @Allow(Rule.SIGNED_IN)
  Page page(View asked, ListQuery query) {
    View known = Narrowed.by(asked, query, ADDRESS.names(), ADDRESS).view();
    Narrowed narrowed = Narrowed.by(known, clocked(known, query), OUTCOME, Pools.FILTERS);
    View view = narrowed.view();
    Pool pool = pool(view);
    return Page.of(
        "registry/pools.jte",
        new PoolPage(
            view,
            pool,
            left(view),
            pools.list(pool, left(view), narrowed.query()),
            pools.counts(left(view))));
  }

  /// The list as the reader narrowed it by its clock.
  private static ListQuery clocked(View view, ListQuery query) {
    LocalDate today = LocalDate.now(view.shell().zone());
    String clock =
        switch (view.parameter("clock")) {
          case "over" -> "until:<" + today;
          case "soon" -> "until:" + today + ".." + today.plusDays(PoolCards.SOON_DAYS);
          default -> "";
        };
    String filter =
        query.filter().isBlank() || clock.isEmpty()
            ? query.filter() + clock
            : query.filter() + "," + clock;
    return new ListQuery(query.search(), filter, query.sort(), query.cursor(), query.perPage());
  }

  @GetMapping("/pools/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    ADDRESS.parse(ListQuery.all().narrowedBy(view, ADDRESS.names()).filter());
    List<Column> columns =
        List.of(
            new Column("achievement", view.text("registry.column.id")),
            new Column("title", view.text("registry.column.title")),
            new Column("entered", view.text("registry.pool.entered")),
            new Column("reason", view.text("registry.pool.reason")),
            new Column("until", view.text("registry.pool.until")),
            new Column("left", view.text("registry.pool.left")),
            new Column("outcome", view.text("registry.pool.outcome")),
            new Column("left_reason", view.text("registry.pool.left-reason")));
    Pool pool = pool(view);
    return Download.of(
        "pool-" + pool.code(),
        format,
        columns,
        clocked(view, query).narrowedBy(view, OUTCOME),
        part -> pools.list(pool, left(view), part),
        PoolPages::cells);
  }

  private static List<@Nullable Object> cells(PoolStay stay) {
    PoolStay.Step left = stay.left();
    return Arrays.asList(
        stay.achievement(),
        stay.title(),
        stay.entered().on(),
        stay.entered().reason(),
        stay.until(),
        left == null ? null : left.on(),
        stay.outcome(),
        left == null ? "" : left.reason());
  }

  @PostMapping("/achievements/{id:\\d+}/pool")
  @Allow(Rule.BUREAU)
  Answer enter(
      View view,
      @PathVariable long id,
      @RequestParam(defaultValue = "") String pool,
      @RequestParam(defaultValue = "") String reason) {
    Achievement achievement =
        achievements.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    String page = "/achievements/" + id;
    try {
      pools.enter(
          achievement,
          Pool.find(pool)
              .orElseThrow(() ->
                  new NodeProblem(
                      ProblemCode.INPUT_INVALID,
                      Map.of("pool", Faults.words("registry.fault.pool", pool)))),
          reason);
    } catch (NodeProblem problem) {
      return Faults.again(
          page, "pool", Map.of("pool", pool, "reason", reason), problem, view.texts());
    }
    return Redirect.done(page, "registry.pool.done");
  }

  @PostMapping("/pools/{stay:\\d+}/leave")
  @Allow(Rule.BUREAU)
  Answer leave(
      View view,
      @PathVariable long stay,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String reason) {
    String back = pools.find(stay).map(one -> "/pools?pool=" + one.pool()).orElse("/pools");
    try {
      pools.leave(stay, outcome, reason);
    } catch (NodeProblem problem) {
      return Faults.again(
          back,
          "leave-" + stay,
          Map.of("outcome", outcome, "reason", reason),
          problem,
          view.texts());
    }
    return Redirect.done(back, "registry.pool.left.done");
  }
}
