package org.ronghe.atlas.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.rank.Ranking;

/// Writes a ranking as one HTML file that needs nothing else: no network, no other file.
///
/// Both languages are inside. The page opens complete without its script; the script adds zooming,
/// sorting, searching and the view of each cluster. Same input, same bytes.
public final class HtmlReport {
  private static final String PACKAGE = "org.ronghe.atlas.report.templates";
  private static final int LIGHT_LAND_UNITS = 10;

  private HtmlReport() {}

  /// Writes the report to a file, beside first and then renamed, so that no half of it remains.
  ///
  /// @throws ProblemException OUTPUT_UNWRITABLE, or as [#write(Ranking, Provenance, ReportOptions,
  ///   Appendable)]
  public static void write(
      Ranking ranking, Provenance provenance, ReportOptions options, Path file) {
    var html = html(ranking, provenance, options);
    var beside = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.writeString(beside, html, StandardCharsets.UTF_8);
      Files.move(beside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ProblemException(ErrorCode.OUTPUT_UNWRITABLE, file, String.valueOf(e.getMessage()));
    }
  }

  /// Writes the report as text, to be encoded as UTF-8.
  ///
  /// @throws ProblemException FILE_MISSING or FILE_UNREADABLE when the operator's base map is not
  ///   there or no GeoJSON
  /// @throws IOException of `out`
  public static void write(
      Ranking ranking, Provenance provenance, ReportOptions options, Appendable out)
      throws IOException {
    out.append(html(ranking, provenance, options));
  }

  private static String html(Ranking ranking, Provenance provenance, ReportOptions options) {
    var messages = new Messages();
    var page =
        new ReportPage(
            ranking,
            provenance,
            options,
            messages,
            Story.of(ranking, messages),
            WorldMap.of(ranking.clusters()),
            ReportPage.rows(ranking),
            inline(ranking, messages, options));
    var engine =
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), PACKAGE);
    var output = new StringOutput(1 << 19);
    engine.render("report.jte", page, output);
    return output.toString();
  }

  private static ReportPage.Inline inline(
      Ranking ranking, Messages messages, ReportOptions options) {
    var style = Assets.text("report.css").strip();
    var script = Assets.text("report.js").strip();
    var policy =
        "default-src 'none'; style-src %s; script-src %s; base-uri 'none'; form-action 'none'"
            .formatted(Assets.hashSource(style), Assets.hashSource(script));
    var data = RankingJson.json(ranking, messages, options);
    var baseMap = options.baseMapGeoJson();
    if (baseMap == null) {
      return new ReportPage.Inline(
          policy,
          style,
          script,
          data,
          Assets.text("land-light.txt"),
          "",
          Assets.text("land-fine.txt"),
          LIGHT_LAND_UNITS);
    }
    var map = BaseMap.read(baseMap);
    return new ReportPage.Inline(
        policy, style, script, data, map.areas(), map.lines(), "", BaseMap.UNITS);
  }

  /// Looks at the base map of `options`, if there is one, so that a broken one is found before
  /// hours of work.
  ///
  /// @throws org.ronghe.atlas.problem.ProblemException FILE_MISSING or FILE_UNREADABLE
  public static void requireBaseMap(ReportOptions options) {
    var baseMap = options.baseMapGeoJson();
    if (baseMap != null) {
      BaseMap.read(baseMap);
    }
  }
}
