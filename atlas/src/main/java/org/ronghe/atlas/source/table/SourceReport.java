package org.ronghe.atlas.source.table;

import java.util.List;
import org.ronghe.atlas.problem.Reject;

/// What is known of a file after looking at it.
///
/// @param file as the user named it
/// @param kind what it is
/// @param storage how it is stored
/// @param generation which generation of its schema: `2023` or `current` for OpenAlex works, else
///   empty
/// @param columns the headings of a table; empty for JSON
/// @param records rows or lines that can be read as what the file is
/// @param rejected values and rows that cannot
/// @param firstRejects the first of them, at most [#MOST_REJECTS]
public record SourceReport(
    String file,
    SourceKind kind,
    Storage storage,
    String generation,
    List<String> columns,
    long records,
    long rejected,
    List<Reject> firstRejects) {
  /// How many rejects are kept to be shown.
  public static final int MOST_REJECTS = 20;

  public SourceReport {
    columns = List.copyOf(columns);
    firstRejects = List.copyOf(firstRejects);
  }

  /// How a file is stored.
  ///
  /// @param format `json`, `csv`, `tsv`, `semicolon` or `parquet`; empty if unknown
  /// @param compression `gzip`, `zstd`, `zip` or `none`
  /// @param bytes its size on disk
  public record Storage(String format, String compression, long bytes) {}
}
