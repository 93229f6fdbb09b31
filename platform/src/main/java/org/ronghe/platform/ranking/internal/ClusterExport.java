package org.ronghe.platform.ranking.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.ranking.RankingHead.Metric;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.View;

/// The table of clusters to take away, with the columns of `clusters.csv`.
final class ClusterExport {
  private ClusterExport() {}

  static Download of(
      View view,
      RankingHead ranking,
      ClusterTable clusters,
      ListQuery query,
      Download.Format format) {
    var columns = new ArrayList<Column>();
    columns.add(new Column("rank", view.text("ranking.rank")));
    columns.add(new Column("name", view.text("ranking.name-en")));
    columns.add(new Column("name_zh", view.text("ranking.name-zh")));
    columns.add(new Column("economies", view.text("ranking.economies")));
    columns.add(new Column("score", view.text("ranking.score")));
    for (Metric metric : ranking.metrics()) {
      String name = view.either(metric.name().english(), metric.name().chinese());
      columns.add(new Column(metric.id(), name));
      columns.add(
          new Column(metric.id() + "_share_percent", name + ", " + view.text("ranking.share")));
      columns.add(
          new Column(metric.id() + "_per_million", name + ", " + view.text("ranking.per-million")));
    }
    columns.add(new Column("near_tie", view.text("ranking.near-tie")));
    columns.add(new Column("population", view.text("ranking.population")));
    columns.add(new Column("cluster", view.text("ranking.label")));
    String name = "clusters-" + ranking.method() + "-" + ranking.id();
    return new Download(
        name,
        format,
        columns,
        consumer -> clusters.forEach(ranking, query, c -> consumer.accept(row(ranking, c))));
  }

  private static List<@Nullable Object> row(RankingHead ranking, Cluster cluster) {
    List<@Nullable Object> row = new ArrayList<>();
    row.add(cluster.rank());
    row.add(cluster.name().english());
    row.add(cluster.name().chinese());
    row.add(String.join("/", cluster.economies()));
    row.add(cluster.score());
    for (Metric metric : ranking.metrics()) {
      var figure = cluster.figure(metric.id());
      if (figure == null) {
        row.addAll(java.util.Collections.nCopies(3, null));
      } else {
        row.add(figure.count());
        row.add(figure.sharePercent());
        row.add(Double.isFinite(figure.perMillion()) ? figure.perMillion() : null);
      }
    }
    row.add(cluster.nearTie());
    var place = cluster.place();
    row.add(place == null || place.population() == 0 ? null : place.population());
    row.add(cluster.label());
    return row;
  }
}
