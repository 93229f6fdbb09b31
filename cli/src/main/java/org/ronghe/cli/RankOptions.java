package org.ronghe.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Overrides;

/// What `ronghe rank` was asked for.
///
/// @param method id of a method that comes with Ronghe, or the path of a YAML file
/// @param overrides what the command line changes in the method
/// @param inputs the files to read
/// @param world what 100 % is, by the metric's name, where it is not to be summed from the input
/// @param out folder of the result
/// @param map the standard map to draw on, null for land without borders
/// @param maxRejects share of rejected records, 0 to 1, above which the command ends with 3
/// @param threads at least 1
record RankOptions(
    String method,
    Overrides overrides,
    Inputs inputs,
    Map<String, Double> world,
    Path out,
    @Nullable StandardMap map,
    double maxRejects,
    int threads) {

  RankOptions {
    world = Map.copyOf(world);
  }

  /// The files to read, each a file, a folder or a quoted pattern.
  ///
  /// @param works OpenAlex works
  /// @param patents PatentsView tables, or one table
  /// @param events tables of events
  /// @param places OpenAlex institutions or ROR
  /// @param counts a table of counts, null to count records
  /// @param columns Ronghe's column name → the file's
  /// @param columnsFile the same as YAML
  /// @param kind the kind of events whose table has no such column
  record Inputs(
      List<String> works,
      List<String> patents,
      List<String> events,
      List<String> places,
      @Nullable Path counts,
      Map<String, String> columns,
      @Nullable Path columnsFile,
      @Nullable String kind) {

    Inputs {
      works = List.copyOf(works);
      patents = List.copyOf(patents);
      events = List.copyOf(events);
      places = List.copyOf(places);
      columns = Map.copyOf(columns);
    }
  }

  /// A map that an authority approved.
  ///
  /// @param file SVG or GeoJSON
  /// @param approval the approval number to print beside it; empty if it needs none
  record StandardMap(Path file, String approval) {}
}
