package org.ronghe.atlas.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.method.MethodValue;
import org.ronghe.atlas.rank.Metric;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.rank.Ranking;

/// What the ranking says, in sentences: who leads, how close it is, what to mind.
///
/// @param headline the finding
/// @param sentences what supports it
/// @param facts a few figures with what they count
public record Story(Bilingual headline, List<Bilingual> sentences, List<Fact> facts) {
  private static final int LARGE_FIELD = 5;

  public Story {
    sentences = List.copyOf(sentences);
    facts = List.copyOf(facts);
  }

  /// One figure.
  public record Fact(String figure, Bilingual caption, String anchor) {}

  static Story of(Ranking ranking, Messages messages) {
    return new Writer(ranking, messages).write();
  }

  private static final class Writer {
    private final Ranking ranking;
    private final Messages messages;
    private final List<RankedCluster> clusters;
    private final int decimals;
    private final List<Bilingual> sentences = new ArrayList<>();

    Writer(Ranking ranking, Messages messages) {
      this.ranking = ranking;
      this.messages = messages;
      this.clusters = ranking.clusters();
      this.decimals = Figures.scoreDecimals(ranking);
    }

    Story write() {
      if (!clusters.isEmpty()) {
        add("story.method", ranking.title(), metricNames());
        holdings();
        economies();
        ties();
      }
      return new Story(headline(), sentences, facts());
    }

    private void add(String key, Object... values) {
      sentences.add(messages.of(key, values));
    }

    private Bilingual headline() {
      if (clusters.isEmpty()) {
        return messages.of("story.none");
      }
      var first = clusters.getFirst();
      if (clusters.size() == 1) {
        return messages.of("story.single", first.name());
      }
      var second = clusters.get(1);
      var count = Figures.number(clusters.size());
      if (second.rank() == 1) {
        return messages.of("story.shared", first.name(), second.name(), count);
      }
      double gap = first.score() - second.score();
      if (tooClose(first, second)) {
        return messages.of("story.leads-closely", first.name(), count, second.name());
      }
      return messages.of(
          "story.leads",
          first.name(),
          count,
          second.name(),
          Figures.number(gap, gap < 0.01 ? 4 : Math.max(2, decimals)),
          Figures.number(100 * gap / second.score(), 0));
    }

    /// What all clusters together hold of each metric.
    private void holdings() {
      var parts = new ArrayList<Bilingual>();
      for (int i = 0; i < ranking.metrics().size(); i++) {
        double all = share(i, clusters);
        if (all > 0) {
          var name = name(ranking.metrics().get(i));
          parts.add(
              clusters.size() > 2 * LARGE_FIELD
                  ? messages.of(
                      "story.part-top",
                      percent(share(i, clusters.subList(0, LARGE_FIELD))),
                      name,
                      percent(all))
                  : messages.of("story.part", percent(all), name));
        }
      }
      if (!parts.isEmpty()) {
        var key = clusters.size() > 2 * LARGE_FIELD ? "story.holding-top" : "story.holding";
        add(
            key,
            new Bilingual(
                joined(parts.stream().map(Bilingual::english).toList(), " and "),
                joined(parts.stream().map(Bilingual::chinese).toList(), "和")),
            LARGE_FIELD);
      }
    }

    private static double share(int metric, List<RankedCluster> of) {
      return of.stream().mapToDouble(c -> c.figures().get(metric).sharePercent()).sum();
    }

    private static String percent(double percent) {
      return Figures.number(percent, 1);
    }

    private void economies() {
      Map<String, Integer> counts = new LinkedHashMap<>();
      for (var cluster : clusters) {
        cluster.economies().stream().limit(1).forEach(code -> counts.merge(code, 1, Integer::sum));
      }
      if (counts.size() < 3 || clusters.size() <= LARGE_FIELD) {
        return;
      }
      var most =
          counts.entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
              .limit(3)
              .toList();
      add(
          "story.economies",
          Economies.name(most.get(0).getKey()),
          most.get(0).getValue(),
          Economies.name(most.get(1).getKey()),
          most.get(1).getValue(),
          Economies.name(most.get(2).getKey()),
          most.get(2).getValue());
    }

    private void ties() {
      long close = clusters.stream().filter(RankedCluster::nearTie).count();
      if (close > 0) {
        sentences.add(messages.counted("story.ties", close, Figures.number(close)));
      }
    }

    private List<Fact> facts() {
      var facts = new ArrayList<Fact>();
      var table = clusters.isEmpty() ? "quality" : "ranking";
      facts.add(fact(Figures.number(clusters.size()), "fact.clusters", table));
      long economies = clusters.stream().flatMap(c -> c.economies().stream()).distinct().count();
      if (economies > 0) {
        facts.add(fact(Figures.number(economies), "fact.economies", "ranking"));
      }
      var quality = ranking.quality();
      double weight = quality.weightLocated() + quality.weightUnlocated();
      if (weight > 0) {
        var located = percent(100 * quality.weightLocated() / weight) + " %";
        facts.add(fact(located, "fact.located", "quality"));
      }
      long unconfirmed = ranking.methodValues().stream().filter(MethodValue::unconfirmed).count();
      var all = ranking.methodValues().size();
      if (all > 0) {
        facts.add(
            new Fact(
                Figures.number(unconfirmed),
                messages.of("fact.unconfirmed", Figures.number(all)),
                "method"));
      }
      return facts;
    }

    private Fact fact(String figure, String caption, String anchor) {
      return new Fact(figure, messages.of(caption), anchor);
    }

    private boolean tooClose(RankedCluster first, RankedCluster second) {
      return Figures.number(first.score(), decimals)
          .equals(Figures.number(second.score(), decimals));
    }

    private Bilingual metricNames() {
      return new Bilingual(
          joined(ranking.metrics().stream().map(m -> inSentence(m.english())).toList(), " and "),
          joined(ranking.metrics().stream().map(m -> m.chinese()).toList(), "和"));
    }

    private static Bilingual name(Metric metric) {
      return new Bilingual(inSentence(metric.english()), metric.chinese());
    }

    /// "Scientific publications" becomes "scientific publications"; "PCT applications" stays.
    private static String inSentence(String name) {
      boolean acronym = name.length() > 1 && Character.isUpperCase(name.charAt(1));
      return name.isEmpty() || acronym
          ? name
          : Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    private static String joined(List<String> names, String and) {
      if (names.size() < 2) {
        return String.join("", names);
      }
      var comma = and.equals("和") ? "、" : ", ";
      return names.stream().limit(names.size() - 1L).collect(Collectors.joining(comma))
          + and
          + names.getLast();
    }
  }
}
