package org.ronghe.atlas.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronghe.atlas.method.Method.ClusterRule;
import org.ronghe.atlas.method.Method.Counting;
import org.ronghe.atlas.method.Method.MetricRule;
import org.ronghe.atlas.method.Method.RecordRule;
import org.ronghe.atlas.method.Method.ScoreRule;
import org.ronghe.atlas.method.Method.TruncatedAuthors;
import org.ronghe.atlas.method.Method.Unit;
import org.ronghe.atlas.method.Method.WeightedBy;

/// Turns the values of a method file into a [Method].
final class MethodReader {
  private static final int FIRST_YEAR = 1000;
  private static final int LAST_YEAR = 2999;

  private MethodReader() {}

  /// The method, or nothing when the file has problems; those stand in `file`.
  static Optional<Method> read(MethodFile file) {
    var id = file.text("id");
    var title = bilingual(file, "title");
    var unit = file.choice("unit", Unit.class);
    var metrics = metrics(file);
    var records = records(file);
    var cluster = cluster(file);
    if (!file.text("score.rule").equals("sum-of-shares")) {
      file.problem("score.rule: expected sum-of-shares");
    }
    var score = new ScoreRule(file.whole("score.decimals", 0, 6));
    if (!file.problems().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Method(id, title, unit, metrics, records, cluster, score, file.values()));
  }

  private static List<MetricRule> metrics(MethodFile file) {
    var metrics = new ArrayList<MetricRule>();
    for (var id : file.namesBelow("metrics")) {
      var at = "metrics." + id + ".";
      if (!id.matches("[a-z][a-z0-9_]*")) {
        file.problem("metrics." + id + ": use a-z, 0-9 and _ only");
      }
      int from = file.whole(at + "from", FIRST_YEAR, LAST_YEAR);
      int to = file.whole(at + "to", FIRST_YEAR, LAST_YEAR);
      if (from > to) {
        file.problem(at + "from: is after " + at + "to");
      }
      metrics.add(
          new MetricRule(
              id,
              bilingual(file, at + "label"),
              file.text(at + "kind"),
              from,
              to,
              file.choice(at + "counting", Counting.class),
              file.number(at + "weight", 0, 1000),
              List.copyOf(file.words(at + "synonyms", Set.of()))));
    }
    if (metrics.isEmpty()) {
      file.problem("metrics: nothing is counted");
    }
    return metrics;
  }

  private static RecordRule records(MethodFile file) {
    return new RecordRule(
        file.words("records.types"),
        file.flag("records.retracted"),
        file.flag("records.paratext"),
        file.choice("records.truncated-authors", TruncatedAuthors.class),
        file.words("records.journals", Set.of()),
        file.words("records.fields", Set.of()));
  }

  private static ClusterRule cluster(MethodFile file) {
    return new ClusterRule(
        file.number("cluster.radius-km", 0.001, 20_000),
        file.minWeight("cluster.min-weight"),
        file.choice("cluster.weighted-by", WeightedBy.class),
        file.number("cluster.merge-gap-km", 0, 1000),
        file.whole("naming.most-cities", 1, 3),
        file.share("naming.city-least-share"),
        file.share("naming.economy-least-share"));
  }

  private static Bilingual bilingual(MethodFile file, String name) {
    var english = file.text(name + ".en");
    return new Bilingual(english, file.text(name + ".zh", english));
  }
}
