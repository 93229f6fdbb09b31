package org.ronghe.atlas.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.method.MethodValue;
import org.ronghe.atlas.problem.ErrorText;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.rank.Metric;
import org.ronghe.atlas.rank.Quality;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.rank.Ranking;

/// What the templates print: the ranking with every figure already in words.
///
/// @param ranking the result
/// @param provenance where it comes from
/// @param options the operator's choices
/// @param messages the report's words
/// @param story the finding
/// @param map the map
/// @param rows one per cluster
/// @param inline script, style and data of the page
public record ReportPage(
    Ranking ranking,
    Provenance provenance,
    ReportOptions options,
    Messages messages,
    Story story,
    WorldMap map,
    List<Row> rows,
    Inline inline) {

  private static final int MOST_UNLOCATED = 20;
  private static final List<String> TERMS =
      List.of(
          "cluster",
          "contribution",
          "fractional",
          "share",
          "score",
          "tie",
          "density",
          "per-million",
          "partner",
          "unlocated");

  public ReportPage {
    rows = List.copyOf(rows);
  }

  /// The parts of the page that are not markup; all are safe to print as they are.
  ///
  /// @param policy the content security policy
  /// @param style the style sheet
  /// @param script the script
  /// @param data JSON for the script
  /// @param land path data of the land, or of the operator's map
  /// @param lines path data of the operator's map's lines
  /// @param fineLand the finer land, deflated, base64
  /// @param landUnits units of the land's path data for one of the sheet
  public record Inline(
      String policy,
      String style,
      String script,
      String data,
      String land,
      String lines,
      String fineLand,
      int landUnits) {}

  /// A row of the table.
  ///
  /// @param bars length of each metric's part of the score's bar, in hundredths of the longest
  public record Row(
      RankedCluster cluster,
      List<Bilingual> economies,
      String score,
      List<Cell> cells,
      List<Bar> bars) {
    public Row {
      economies = List.copyOf(economies);
      cells = List.copyOf(cells);
      bars = List.copyOf(bars);
    }
  }

  /// One metric of a row.
  public record Cell(String count, String share, String perMillion) {}

  /// A part of a bar, in hundredths of the longest bar.
  public record Bar(String start, String length) {}

  static List<Row> rows(Ranking ranking) {
    int scoreDecimals = Figures.scoreDecimals(ranking);
    int shareDecimals = Math.max(2, scoreDecimals);
    double longest =
        ranking.clusters().stream().mapToDouble(ReportPage::sumOfShares).max().orElse(0);
    int[] countDecimals =
        IntStream.range(0, ranking.metrics().size())
            .map(i -> Figures.countDecimals(ranking, i))
            .toArray();
    int[] perMillionDecimals =
        IntStream.range(0, ranking.metrics().size())
            .map(i -> Figures.perMillionDecimals(ranking, i))
            .toArray();
    var rows = new ArrayList<Row>();
    for (var cluster : ranking.clusters()) {
      var cells = new ArrayList<Cell>();
      var bars = new ArrayList<Bar>();
      double start = 0;
      for (int i = 0; i < cluster.figures().size(); i++) {
        var figure = cluster.figures().get(i);
        cells.add(
            new Cell(
                Figures.number(figure.count(), countDecimals[i]),
                Figures.number(figure.sharePercent(), shareDecimals),
                Figures.number(figure.perMillion(), perMillionDecimals[i])));
        double length = longest > 0 ? 100 * figure.sharePercent() / longest : 0;
        bars.add(new Bar(Figures.number(start, 1), Figures.number(length, 1)));
        start += length;
      }
      rows.add(
          new Row(
              cluster,
              cluster.economies().stream().map(Economies::name).toList(),
              Figures.number(cluster.score(), scoreDecimals),
              cells,
              bars));
    }
    return rows;
  }

  private static double sumOfShares(RankedCluster cluster) {
    return cluster.figures().stream().mapToDouble(figure -> figure.sharePercent()).sum();
  }

  /// The language tag of the page when it opens.
  public String language() {
    return options.chinese() ? "zh-CN" : "en";
  }

  /// The text of the language the page opens in, for attributes.
  public String opening(Bilingual text) {
    return options.chinese() ? text.chinese() : text.english();
  }

  /// The text of `key` in the language the page opens in, for attributes.
  public String opening(String key) {
    return opening(messages.of(key));
  }

  /// The text of `key` in both languages.
  public Bilingual text(String key, Object... values) {
    return messages.of(key, values);
  }

  /// The title of the document.
  public String title() {
    return opening(ranking.title()) + " · Ronghe";
  }

  /// A metric's name in both languages.
  public Bilingual name(Metric metric) {
    return new Bilingual(metric.english(), metric.chinese());
  }

  /// Whether any count is per million inhabitants.
  public boolean perMillionKnown() {
    return ranking.clusters().stream()
        .flatMap(cluster -> cluster.figures().stream())
        .anyMatch(figure -> Double.isFinite(figure.perMillion()));
  }

  /// How many values of the method no source at hand confirms.
  public long unconfirmed() {
    return ranking.methodValues().stream().filter(MethodValue::unconfirmed).count();
  }

  /// What a value of the method is called; its path in the method file where there is no name.
  public Bilingual label(MethodValue value) {
    var parts = value.name().split("\\.", -1);
    if (parts.length == 3 && parts[0].equals("metrics")) {
      var metric =
          ranking.metrics().stream()
              .filter(candidate -> candidate.id().equals(parts[1]))
              .findFirst()
              .map(this::name)
              .orElse(new Bilingual(parts[1], parts[1]));
      var rest = messages.label("method.metric.", parts[2]);
      return new Bilingual(
          metric.english() + ": " + rest.english(), metric.chinese() + "：" + rest.chinese());
    }
    return messages.label("method.", value.name());
  }

  /// Whole number as printed.
  public String number(long number) {
    return Figures.number(number);
  }

  /// Size on disk as printed.
  public String bytes(long bytes) {
    return Figures.bytes(bytes);
  }

  /// Weight as printed.
  public String weight(double weight) {
    return Figures.number(weight, weight >= 1000 ? 0 : 1);
  }

  /// The beginning of a checksum, enough to compare by eye.
  public String begin(String checksum) {
    return checksum.length() > 12 ? checksum.substring(0, 12) + "…" : checksum;
  }

  /// That the located and the unlocated weight add up.
  public Bilingual balance() {
    var quality = ranking.quality();
    return messages.of(
        "quality.balance",
        weight(quality.weightCounted()),
        weight(quality.weightLocated()),
        weight(quality.weightUnlocated()));
  }

  /// A way of locating as a part of all contributions.
  public String partLocated(long contributions) {
    long all = ranking.quality().locatedBy().values().stream().mapToLong(Long::longValue).sum();
    return all == 0 ? "–" : Figures.number(100.0 * contributions / all, 1) + " %";
  }

  /// The most frequent affiliations without a place.
  public List<Quality.Unlocated> topUnlocated() {
    var all = ranking.quality().unlocated();
    return all.subList(0, Math.min(MOST_UNLOCATED, all.size()));
  }

  /// What to do about a reject.
  public Bilingual remedy(String code) {
    return Arrays.stream(RejectCode.values())
        .filter(known -> known.code().equals(code))
        .findFirst()
        .map(known ->
            new Bilingual(
                ErrorText.ENGLISH.remedy(known), ErrorText.of(Locale.CHINESE).remedy(known)))
        .orElse(new Bilingual("–", "–"));
  }

  /// The terms explained, in the order they are met.
  public List<String> terms() {
    return TERMS;
  }
}
