package org.ronghe.atlas.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.rank.Quality;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.atlas.rank.Ranking;

class HtmlReportTest {
  private static final Provenance PROVENANCE =
      new Provenance("0.1.0", "ronghe rank --method gii-2024 --works 'data/*.jsonl.gz' --out r/");
  private static final String ATTACK = "</script><img src=x onerror=alert(1)>\" onload=\"x";

  @TempDir Path folder;

  private static String html(Ranking ranking, ReportOptions options) throws IOException {
    var out = new StringBuilder();
    HtmlReport.write(ranking, PROVENANCE, options, out);
    return out.toString();
  }

  private static String english(Ranking ranking) throws IOException {
    return html(ranking, ReportOptions.of(Locale.ENGLISH));
  }

  /// The page without script, style and data.
  private static String markup(String html) {
    return html.replaceAll("(?s)<(script|style)[^>]*>.*?</\\1>", "");
  }

  /// Kept for `npm run inspect`, which looks at it in a browser.
  private static void keep(String name, String html) throws IOException {
    Files.writeString(Path.of("target", name), html, StandardCharsets.UTF_8);
  }

  @Test
  void tellsTheFindingFirst() throws IOException {
    var html = english(SampleRanking.sixty());
    keep("sample-report.html", html);
    assertThat(html)
        .startsWith("<!doctype html>\n<html lang=\"en\">")
        .contains("Tokyo–Yokohama leads 60 clusters, 3.64 points (50 %) ahead of Shenzhen")
        .contains("60 个集群中，东京–横滨居首，领先深圳–香港–广州 3.64 分（50 %）")
        .contains("invented, scaled down to one in a hundred")
        .contains("Most clusters lie in China (12), United States (10)");
    assertThat(html.indexOf("data-testid=\"headline\"")).isLessThan(html.indexOf("id=\"world\""));
    assertThat(html.indexOf("id=\"world\"")).isLessThan(html.indexOf("id=\"clusters\""));
  }

  @Test
  void showsTheWholeTableAndMapWithoutScript() throws IOException {
    var markup = markup(english(SampleRanking.sixty()));
    assertThat(markup.split("<tr id=\"cluster-", -1)).hasSize(61);
    assertThat(markup.split("data-testid=\"bubble\"", -1)).hasSize(61);
    assertThat(markup).contains("data-testid=\"near-tie\"").contains("class=\"land\"");
  }

  @Test
  void opensInTheLanguageChosen() throws IOException {
    var html = html(SampleRanking.sixty(), ReportOptions.of(Locale.SIMPLIFIED_CHINESE));
    assertThat(html).contains("<html lang=\"zh-CN\">").contains("<title>2024 年全球创新指数 科技集群");
  }

  @Test
  void saysWhatIsNotConfirmedAndWhatWasRejected() throws IOException {
    var ranking = SampleRanking.sixty();
    long unconfirmed = ranking.methodValues().stream().filter(v -> v.unconfirmed()).count();
    assertThat(unconfirmed).isPositive();
    var html = english(ranking);
    assertThat(html)
        .contains(
            unconfirmed + " of " + ranking.methodValues().size() + " values are not confirmed")
        .contains("Radius of a neighbourhood, km")
        .contains("Latitude must be within -90 to 90")
        .contains("some.step.of.tomorrow")
        .contains("90.6 %");
    assertThat(html.split("<span class=\"mark\">", -1)).hasSize((int) unconfirmed + 1);
  }

  @Test
  void namesAreTextWhereverTheyStand() throws IOException {
    var ranking = SampleRanking.of(3, true);
    var html = english(withNames(ranking, new Bilingual(ATTACK, ATTACK + "二")));
    assertThat(html).doesNotContain("<img");
    assertThat(markup(html)).doesNotContainPattern("<\\w[^<>]*\\sonload=");
    assertThat(html.split("</script>", -1)).hasSize(4);
    assertThat(markup(html)).contains("&lt;/script&gt;&lt;img src=x");
  }

  private static Ranking withNames(Ranking ranking, Bilingual name) {
    return new Ranking(
        ranking.method(),
        name,
        ranking.methodValues(),
        ranking.metrics(),
        ranking.clusters().stream()
            .map(c ->
                new RankedCluster(
                    c.rank(),
                    c.label(),
                    name,
                    c.economies(),
                    c.score(),
                    c.nearTie(),
                    c.figures(),
                    c.profile()))
            .toList(),
        ranking.quality(),
        List.of(name));
  }

  @Test
  void needsNothingFromOutside() throws IOException {
    var html = english(SampleRanking.sixty());
    assertThat(markup(html)).doesNotContainPattern("(?:src|href|action|srcset)=\"(?!#)");
    assertThat(html).doesNotContainPattern("url\\(|@import").doesNotContain(" style=\"");
    var policy = group(html, "content=\"(default-src [^\"]*)\"").replace("&#39;", "'");
    assertThat(policy)
        .contains("style-src " + Assets.hashSource(group(html, "(?s)<style>(.*?)</style>")))
        .contains("script-src " + Assets.hashSource(group(html, "(?s)<script>(.*?)</script>")))
        .doesNotContain("unsafe");
  }

  private static String group(String text, String regex) {
    var matcher = Pattern.compile(regex).matcher(text);
    assertThat(matcher.find()).as(regex).isTrue();
    return matcher.group(1);
  }

  @Test
  void sameInputSameBytes() throws IOException {
    var ranking = SampleRanking.sixty();
    assertThat(english(ranking)).isEqualTo(english(SampleRanking.sixty()));
    var file = folder.resolve("report.html");
    HtmlReport.write(ranking, PROVENANCE, ReportOptions.of(Locale.ENGLISH), file);
    assertThat(file).content(StandardCharsets.UTF_8).isEqualTo(english(ranking));
    assertThat(folder).isDirectoryNotContaining(path -> path.toString().endsWith(".part"));
  }

  @Test
  void staysSmallEnoughToMail() throws IOException {
    var hundred = english(SampleRanking.of(100, true)).getBytes(StandardCharsets.UTF_8);
    assertThat(hundred).hasSizeLessThan(700_000);
    var thousand = english(SampleRanking.of(1000, true));
    keep("sample-thousand.html", thousand);
    assertThat(thousand.split("\"p\":", -1)).hasSize(RankingJson.PROFILES + 1);
  }

  @Test
  void aTableOfCountsHasNoMapAndSaysWhy() throws IOException {
    var html = english(SampleRanking.of(34, false));
    keep("sample-counts.html", html);
    assertThat(html)
        .doesNotContain("id=\"world\"")
        .contains("There is no map: this ranking was made from a table of counts")
        .doesNotContain("permillion-0");
  }

  @Test
  void noClusterIsAnAnswerWithAdvice() throws IOException {
    var some = SampleRanking.of(1, true);
    var empty =
        new Ranking(
            "custom", some.title(), List.of(), some.metrics(), List.of(), nothing(), List.of());
    var html = english(empty);
    keep("sample-empty.html", html);
    assertThat(html)
        .contains("No cluster was found")
        .contains("--min-weight")
        .doesNotContain("id=\"clusters\"")
        .doesNotContain("id=\"world\"");
  }

  private static Quality nothing() {
    return new Quality(List.of(), Map.of(), Map.of(), Map.of(), 0, 0, 0, List.of());
  }

  @Test
  void oneClusterNeedsNoRunnerUp() throws IOException {
    assertThat(english(SampleRanking.of(1, true)))
        .contains("One cluster was found: Tokyo–Yokohama");
  }

  @Test
  void theOperatorsMapTakesTheLandsPlace() throws IOException {
    var map = folder.resolve("standard.geojson");
    Files.writeString(map, "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[10,0],[10,10],[0,0]]]}");
    var options = ReportOptions.of(Locale.ENGLISH).withBaseMap(map, "审图号：GS(2024)0000号");
    var html = html(SampleRanking.of(3, true), options);
    assertThat(html)
        .contains("审图号：GS(2024)0000号")
        .contains("d=\"M4800 2336l267 0")
        .doesNotContain("Natural Earth (public domain), without")
        .doesNotContain("id=\"fine-land\"");
    var missing = ReportOptions.of(Locale.ENGLISH).withBaseMap(folder.resolve("none"), "");
    assertThatThrownBy(() -> html(SampleRanking.of(3, true), missing))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void anUnwritablePlaceIsTheUsersError() {
    assertThatThrownBy(() ->
            HtmlReport.write(
                SampleRanking.of(1, true),
                PROVENANCE,
                ReportOptions.of(Locale.ENGLISH),
                folder.resolve("none/report.html")))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("report.html");
  }
}
