package org.ronghe.atlas.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Method;
import org.ronghe.atlas.report.ReportOptions;

/// What a ranking is to be made from, and how.
///
/// @param method the method, with what the user changed in it
/// @param inputs the files to read
/// @param world what 100 % is, by metric id, where it is not to be summed from the input
/// @param out folder of the result
/// @param map the standard map to draw on, null for land without borders
/// @param threads at least 1; the result does not depend on it
/// @param language the report opens in
/// @param options what the user asked for, by option name, for the record of the run
public record RankRequest(
    Method method,
    Inputs inputs,
    Map<String, Double> world,
    Path out,
    @Nullable StandardMap map,
    int threads,
    Locale language,
    Map<String, String> options) {

  public RankRequest {
    world = Map.copyOf(world);
    if (threads < 1) {
      throw new IllegalArgumentException("threads " + threads);
    }
  }

  /// The files to read, each a file, a folder or a pattern.
  ///
  /// @param works OpenAlex works
  /// @param patents PatentsView tables, or one table of patents
  /// @param events tables of events
  /// @param places OpenAlex institutions or ROR
  /// @param counts a table of counts, null to count records
  /// @param columns our column name to the file's
  /// @param columnsFile the same as YAML
  /// @param kind the kind of events whose table has no such column
  public record Inputs(
      List<String> works,
      List<String> patents,
      List<String> events,
      List<String> places,
      @Nullable Path counts,
      Map<String, String> columns,
      @Nullable Path columnsFile,
      @Nullable String kind) {

    public Inputs {
      works = List.copyOf(works);
      patents = List.copyOf(patents);
      events = List.copyOf(events);
      places = List.copyOf(places);
      columns = Map.copyOf(columns);
    }
  }

  /// A map that an authority approved.
  ///
  /// @param file GeoJSON (RFC 7946)
  /// @param approval the approval number to print beside it; empty if it needs none
  public record StandardMap(Path file, String approval) {}

  ReportOptions reportOptions() {
    var options = ReportOptions.of(language);
    var standard = map;
    return standard == null ? options : options.withBaseMap(standard.file(), standard.approval());
  }
}
