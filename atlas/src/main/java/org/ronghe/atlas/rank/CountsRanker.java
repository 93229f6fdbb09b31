package org.ronghe.atlas.rank;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.method.Method;

/// Ranks rows that come with their counts: no locating, no clustering.
public final class CountsRanker {
  private CountsRanker() {}

  /// One row of a table of counts.
  ///
  /// @param name as printed
  /// @param economies codes as printed
  /// @param counts by metric id; a metric without a count counts 0
  public record Row(String name, List<String> economies, Map<String, Double> counts) {
    public Row {
      economies = List.copyOf(economies);
      counts = Map.copyOf(counts);
    }
  }

  /// Ranks the rows.
  ///
  /// @param gazetteer gives the names in Chinese
  /// @param metrics those of the method, in its order, with their world totals
  public static List<RankedCluster> rank(
      Method method, List<Metric> metrics, List<Row> rows, Gazetteer gazetteer) {
    var score = new double[rows.size()];
    var figures = new ArrayList<List<Figure>>();
    for (int i = 0; i < rows.size(); i++) {
      var row = new ArrayList<Figure>();
      for (int m = 0; m < metrics.size(); m++) {
        var metric = metrics.get(m);
        double count = rows.get(i).counts().getOrDefault(metric.id(), 0.0);
        double share = metric.worldTotal() == 0 ? 0 : 100 * count / metric.worldTotal();
        row.add(new Figure(metric.id(), count, share, Double.NaN));
        score[i] += method.metrics().get(m).weight() * share;
      }
      figures.add(row);
    }
    var names = rows.stream().map(Row::name).toList();
    var scores = Scores.of(score, names, method.score().decimals());
    var ranked = new ArrayList<RankedCluster>();
    for (int i : scores.order()) {
      var row = rows.get(i);
      ranked.add(
          new RankedCluster(
              scores.rank(i),
              i,
              new Bilingual(row.name(), gazetteer.chineseName(row.name(), row.economies())),
              row.economies(),
              scores.score(i),
              scores.nearTie(i),
              figures.get(i),
              null));
    }
    return ranked;
  }
}
