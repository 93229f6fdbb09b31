package org.ronghe.platform.ranking.internal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.settings.Settings;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Rankings on screen: the story first, then table and map of the same selection.
@Controller
class RankingPages {
  private static final int MOST_TIES = 100;

  private final StoredRankings rankings;
  private final ClusterTable clusters;
  private final Settings settings;

  RankingPages(StoredRankings rankings, ClusterTable clusters, Settings settings) {
    this.rankings = rankings;
    this.clusters = clusters;
    this.settings = settings;
  }

  @Bean
  static Room rankingsRoom() {
    return Room.inHeader("/rankings", "ranking.room", 10, Rule.SIGNED_IN);
  }

  @GetMapping("/rankings")
  @Allow(Rule.SIGNED_IN)
  Page list(View view) {
    return Page.of("ranking/list.jte", new RankingList(view, rankings.list()));
  }

  @GetMapping("/rankings/export")
  @Allow(Rule.SIGNED_IN)
  Answer exportList(View view, @RequestParam Download.Format format) {
    List<Download.Column> columns =
        List.of(
            new Download.Column("id", view.text("web.export.number")),
            new Download.Column("method", view.text("ranking.method")),
            new Download.Column("note", view.text("ranking.note")),
            new Download.Column("clusters", view.text("ranking.clusters")),
            new Download.Column("taken_by", view.text("ranking.taken-by")),
            new Download.Column("taken_at", view.text("ranking.taken-at")));
    return new Download(
        "rankings",
        format,
        columns,
        row ->
            rankings
                .list()
                .forEach(one ->
                    row.accept(
                        List.of(
                            one.id(),
                            view.either(one.title().english(), one.title().chinese()),
                            one.note(),
                            one.clusters(),
                            one.taken().by(),
                            one.taken().at()))));
  }

  @GetMapping("/rankings/{id}")
  @Allow(Rule.SIGNED_IN)
  Page ranking(
      View view,
      ListQuery query,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable Long against) {
    RankingHead ranking = rankings.get(id);
    List<Cluster> all = clusters.all(ranking);
    var setting = settings.current();
    Optional<RankingHead> other =
        against == null ? rankings.findBefore(ranking) : Optional.of(rankings.get(against));
    Comparison comparison = other.map(o -> Comparison.of(all, clusters.all(o))).orElse(null);
    Map<Integer, Integer> ranks = new HashMap<>();
    if (comparison != null) {
      for (Cluster cluster : all) {
        comparison.findBefore(cluster).ifPresent(b -> ranks.put(cluster.label(), b.rank()));
      }
    }
    var run = clusters.json(ranking, ClusterTable.JsonColumn.RUN);
    Story story = new StoryTeller(view, ranking, all, run, comparison, setting).tell();
    int own = StoryTeller.findOwn(all, setting).map(Cluster::label).orElse(0);
    Listing<Cluster> rows = clusters.list(ranking, query);
    var others = rankings.list().stream().filter(r -> r.id() != id).toList();
    var page =
        new RankingPage(
            view,
            ranking,
            story,
            rows,
            map(ranking, all),
            new RankingPage.Chosen(new HashSet<>(clusters.labels(ranking, query)), own),
            new RankingPage.Against(other.orElse(null), ranks, others));
    return Page.of(view.request().partial() ? "ranking/table.jte" : "ranking/ranking.jte", page);
  }

  private RankingPage.MapView map(RankingHead ranking, List<Cluster> all) {
    var base = settings.findMap();
    return new RankingPage.MapView(
        ranking.shape().places() ? Maps.world(all) : null,
        Maps.ground(base.orElse(null)),
        base.isPresent() ? settings.current().mapApproval() : "");
  }

  @GetMapping("/rankings/{id}/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(
      View view, ListQuery query, @PathVariable long id, @RequestParam Download.Format format) {
    RankingHead ranking = rankings.get(id);
    return ClusterExport.of(view, ranking, clusters, query, format);
  }

  @GetMapping("/rankings/{id}/clusters/{label}")
  @Allow(Rule.SIGNED_IN)
  Page cluster(View view, @PathVariable long id, @PathVariable int label) {
    RankingHead ranking = rankings.get(id);
    Cluster cluster = clusters.get(ranking, label);
    List<Cluster> all = clusters.all(ranking);
    int at = all.stream().map(Cluster::label).toList().indexOf(label);
    Cluster before =
        rankings
            .findBefore(ranking)
            .flatMap(o -> Comparison.of(all, clusters.all(o)).findBefore(cluster))
            .orElse(null);
    return Page.of(
        "ranking/cluster.jte",
        new ClusterPage(
            view,
            ranking,
            cluster,
            clusters.profile(ranking, label),
            new ClusterPage.Neighbours(
                at > 0 ? all.get(at - 1) : null, at + 1 < all.size() ? all.get(at + 1) : null),
            before,
            clusters.findOutline(ranking, label).map(Maps::outline).orElse(null),
            map(ranking, List.of(cluster))));
  }

  @GetMapping("/rankings/{id}/collaboration")
  @Allow(Rule.SIGNED_IN)
  Page collaboration(View view, @PathVariable long id) {
    RankingHead ranking = rankings.get(id);
    return Page.of(
        "ranking/collaboration.jte",
        new CollaborationPage(view, ranking, clusters.ties(ranking, MOST_TIES)));
  }

  @GetMapping("/rankings/{id}/method")
  @Allow(Rule.SIGNED_IN)
  Page method(View view, @PathVariable long id) {
    return Page.of("ranking/method.jte", run(view, id));
  }

  @GetMapping("/rankings/{id}/quality")
  @Allow(Rule.SIGNED_IN)
  Page quality(View view, @PathVariable long id) {
    return Page.of("ranking/quality.jte", run(view, id));
  }

  private RunPage run(View view, long id) {
    RankingHead ranking = rankings.get(id);
    return new RunPage(
        view,
        ranking,
        clusters.json(ranking, ClusterTable.JsonColumn.RUN),
        clusters.json(ranking, ClusterTable.JsonColumn.NOTES),
        clusters.json(ranking, ClusterTable.JsonColumn.UNLOCATED));
  }
}
