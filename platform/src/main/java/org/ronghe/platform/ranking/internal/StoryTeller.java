package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.ranking.RankingHead.Metric;
import org.ronghe.platform.settings.Setting;
import org.ronghe.platform.web.View;
import tools.jackson.databind.JsonNode;

/// Tells the story of a ranking in the reader's language.
final class StoryTeller {
  private static final int MOVERS = 3;
  private static final double MUCH_UNLOCATED_PERCENT = 10;

  private final View view;
  private final RankingHead ranking;
  private final List<Cluster> clusters;
  private final JsonNode run;
  private final @Nullable Comparison comparison;
  private final Setting setting;

  /// @param comparison with the ranking before; null without one
  StoryTeller(
      View view,
      RankingHead ranking,
      List<Cluster> clusters,
      JsonNode run,
      @Nullable Comparison comparison,
      Setting setting) {
    this.view = view;
    this.ranking = ranking;
    this.clusters = clusters;
    this.run = run;
    this.comparison = comparison;
    this.setting = setting;
  }

  /// This node's own cluster in a ranking.
  static Optional<Cluster> findOwn(List<Cluster> clusters, Setting setting) {
    return clusters.stream()
        .filter(c -> setting.owns(c.name().english(), c.name().chinese()))
        .findFirst();
  }

  Story tell() {
    Optional<Cluster> own = findOwn(clusters, setting);
    if (clusters.isEmpty()) {
      return new Story(
          view.text("ranking.story.none"), List.of(), List.of(), actions(null), facts(null));
    }
    return new Story(
        headline(own.orElse(null)),
        standing(own.orElse(null)),
        changes(own.orElse(null)),
        actions(own.orElse(null)),
        facts(own.orElse(null)));
  }

  private String name(Cluster cluster) {
    return view.either(cluster.name().english(), cluster.name().chinese());
  }

  private String name(Metric metric) {
    return view.either(metric.name().english(), metric.name().chinese());
  }

  private String score(double score) {
    return view.number(score, ranking.shape().scoreDecimals());
  }

  private String headline(@Nullable Cluster own) {
    Cluster first = clusters.getFirst();
    if (own == null) {
      return view.text("ranking.story.leads", name(first), clusters.size());
    }
    var before = comparison == null ? Optional.<Cluster>empty() : comparison.findBefore(own);
    int moved = before.map(b -> b.rank() - own.rank()).orElse(0);
    if (before.isEmpty()) {
      return view.text("ranking.story.own", name(own), own.rank(), clusters.size());
    }
    String key = moved > 0 ? "own-up" : moved < 0 ? "own-down" : "own-same";
    return view.text(
        "ranking.story." + key, name(own), own.rank(), clusters.size(), Math.abs(moved));
  }

  private List<String> standing(@Nullable Cluster own) {
    var said = new ArrayList<String>();
    if (own == null) {
      if (clusters.size() > 1) {
        Cluster first = clusters.getFirst();
        Cluster second = clusters.get(1);
        said.add(
            view.text("ranking.story.second", name(second), score(first.score() - second.score())));
      }
    } else {
      int at = clusters.indexOf(own);
      if (at > 0) {
        Cluster above = clusters.get(at - 1);
        said.add(view.text("ranking.story.above", name(above), score(above.score() - own.score())));
      }
      if (at + 1 < clusters.size()) {
        Cluster below = clusters.get(at + 1);
        said.add(view.text("ranking.story.below", name(below), score(own.score() - below.score())));
      }
      for (Metric metric : ranking.metrics()) {
        var figure = own.figure(metric.id());
        if (figure != null && metric.world() > 0) {
          said.add(
              view.text(
                  "ranking.story.metric",
                  name(metric),
                  rankIn(metric, figure.count()),
                  view.number(figure.sharePercent(), 2)));
        }
      }
      if (own.nearTie()) {
        said.add(view.text("ranking.story.tie"));
      }
    }
    long ties = clusters.stream().filter(Cluster::nearTie).count();
    if (ties > 0) {
      said.add(view.text("ranking.story.ties", ties));
    }
    return said;
  }

  private long rankIn(Metric metric, double count) {
    return 1
        + clusters.stream()
            .map(c -> c.figure(metric.id()))
            .filter(f -> f != null && f.count() > count)
            .count();
  }

  private record Move(Cluster cluster, int places) {}

  private List<String> changes(@Nullable Cluster own) {
    var said = new ArrayList<String>();
    Comparison compared = comparison;
    if (compared == null) {
      return said;
    }
    if (own != null) {
      compared
          .findBefore(own)
          .ifPresent(b ->
              said.add(
                  view.text(
                      "ranking.story.score-changed",
                      name(own),
                      score(b.score()),
                      score(own.score()),
                      b.rank(),
                      own.rank())));
    }
    var moves = new ArrayList<Move>();
    var fresh = new ArrayList<Cluster>();
    for (Cluster cluster : clusters) {
      compared
          .findBefore(cluster)
          .ifPresentOrElse(
              b -> moves.add(new Move(cluster, b.rank() - cluster.rank())),
              () -> fresh.add(cluster));
    }
    moves.sort(Comparator.comparingInt(Move::places).reversed());
    movers(
        "ranking.story.risers",
        moves.stream().filter(m -> m.places() > 0).limit(MOVERS).toList(),
        said);
    movers(
        "ranking.story.fallers",
        moves.reversed().stream().filter(m -> m.places() < 0).limit(MOVERS).toList(),
        said);
    listed("ranking.story.fresh", fresh, said);
    listed("ranking.story.gone", compared.gone(), said);
    if (said.isEmpty()) {
      said.add(view.text("ranking.story.unchanged"));
    }
    return said;
  }

  private void movers(String key, List<Move> moves, List<String> said) {
    if (!moves.isEmpty()) {
      said.add(
          view.text(
              key,
              joined(
                  moves.stream()
                      .map(m ->
                          view.text("ranking.story.moved", name(m.cluster()), Math.abs(m.places())))
                      .toList())));
    }
  }

  private void listed(String key, List<Cluster> all, List<String> said) {
    if (!all.isEmpty()) {
      var names = all.stream().limit(MOVERS).map(this::name).toList();
      said.add(view.text(key, joined(names), all.size(), all.size() - names.size()));
    }
  }

  private String joined(List<String> words) {
    return String.join(view.text("ranking.story.comma"), words);
  }

  private List<Story.Action> actions(@Nullable Cluster own) {
    var actions = new ArrayList<Story.Action>();
    String here = "/rankings/" + ranking.id();
    if (own == null) {
      boolean named = !setting.ownCluster().isBlank();
      String settings = view.actor().administers() ? "/settings" : null;
      actions.add(
          named
              ? new Story.Action(
                  view.text("ranking.action.not-found", setting.ownCluster()), here + "/quality")
              : new Story.Action(view.text("ranking.action.name-own"), settings));
    } else {
      catchUp(own, actions);
    }
    double unlocated = unlocatedPercent();
    if (unlocated >= MUCH_UNLOCATED_PERCENT) {
      actions.add(
          new Story.Action(
              view.text("ranking.action.unlocated", view.number(unlocated, 1)), here + "/quality"));
    }
    int unconfirmed = Runs.unconfirmed(run);
    if (unconfirmed > 0) {
      actions.add(
          new Story.Action(view.text("ranking.action.unconfirmed", unconfirmed), here + "/method"));
    }
    return actions;
  }

  /// How many records more would pass the next above, each metric by itself and all else equal.
  private void catchUp(Cluster own, List<Story.Action> actions) {
    int at = clusters.indexOf(own);
    if (at == 0) {
      return;
    }
    Cluster above = clusters.get(at - 1);
    double gap = above.score() - own.score();
    var ways = new ArrayList<String>();
    for (Metric metric : ranking.metrics()) {
      double weight = Runs.weight(run, metric.id());
      if (weight > 0 && metric.world() > 0) {
        double records = gap / weight * metric.world() / 100;
        ways.add(view.text("ranking.action.way", view.number(Math.ceil(records), 0), name(metric)));
      }
    }
    if (!ways.isEmpty()) {
      String or = view.text("ranking.action.or");
      actions.add(
          new Story.Action(
              view.text("ranking.action.catch-up", name(above), String.join(or, ways)),
              "/rankings/" + ranking.id() + "/clusters/" + own.label()));
    }
  }

  private double unlocatedPercent() {
    double counted = run.path("weights").path("counted").asDouble(0);
    return counted > 0 ? 100 * run.path("weights").path("unlocated").asDouble(0) / counted : 0;
  }

  private List<Story.Fact> facts(@Nullable Cluster own) {
    var facts = new ArrayList<Story.Fact>();
    if (own != null) {
      facts.add(
          new Story.Fact(
              view.text("ranking.fact.rank"),
              view.number(own.rank()),
              view.text("ranking.fact.of", clusters.size())));
      facts.add(new Story.Fact(view.text("ranking.fact.score"), score(own.score()), ""));
    } else {
      facts.add(
          new Story.Fact(view.text("ranking.fact.clusters"), view.number(clusters.size()), ""));
      long economies = clusters.stream().flatMap(c -> c.economies().stream()).distinct().count();
      facts.add(new Story.Fact(view.text("ranking.fact.economies"), view.number(economies), ""));
    }
    if (run.path("weights").path("counted").asDouble(0) > 0) {
      facts.add(
          new Story.Fact(
              view.text("ranking.fact.located"),
              view.number(100 - unlocatedPercent(), 1) + " %",
              view.text("ranking.fact.of-weight")));
    }
    int values = run.path("method").path("values").size();
    if (values > 0) {
      facts.add(
          new Story.Fact(
              view.text("ranking.fact.unconfirmed"),
              view.number(Runs.unconfirmed(run)),
              view.text("ranking.fact.of", values)));
    }
    return facts;
  }
}
