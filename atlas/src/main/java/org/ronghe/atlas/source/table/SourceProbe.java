package org.ronghe.atlas.source.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.RecordFilter;

/// Says what a file is: at once from its first bytes, or after reading it through.
public final class SourceProbe {
  private static final int HEAD = 1 << 20;

  private SourceProbe() {}

  /// What `path` is, by its first bytes and headings alone; [SourceKind#UNKNOWN] also for a file
  /// that cannot be any of these.
  ///
  /// @throws ProblemException if it is missing or unreadable
  public static SourceKind kind(Path path) {
    try {
      if (TableInput.isParquet(path)) {
        try (var table = ParquetTable.open(path)) {
          return kind(table.columns());
        }
      }
      var head = head(path);
      if (isJson(head)) {
        return jsonKind(head);
      }
      try (var table = DelimitedTable.open(path, DelimitedTable.SNIFF, (l, f, v, c) -> {})) {
        return kind(table.columns());
      }
    } catch (ProblemException e) {
      if (e.code() == ErrorCode.FILE_UNKNOWN || e.code() == ErrorCode.FILE_EMPTY) {
        return SourceKind.UNKNOWN;
      }
      throw e;
    }
  }

  /// Refuses a file that is none of `kinds`, before hours of work.
  ///
  /// @throws ProblemException `FILE_UNKNOWN` that says what it is instead
  public static void require(Path path, Set<SourceKind> kinds) {
    var kind = kind(path);
    if (!kinds.contains(kind)) {
      throw new ProblemException(ErrorCode.FILE_UNKNOWN, path.toString(), kind.code());
    }
  }

  /// Reads `path` through; of JSON only the lines are counted.
  public static SourceReport probe(Path path) {
    return probe(path, (json, kind, rejects) -> lines(json, rejects));
  }

  /// Reads `path` through.
  ///
  /// @param check reads JSON
  /// @throws ProblemException if it is missing or unreadable
  public static SourceReport probe(Path path, JsonCheck check) {
    var kind = kind(path);
    var rejects = new First(path.toString());
    var columns = List.<String>of();
    String format = "";
    String generation = "";
    long records = 0;
    if (kind.isJson()) {
      format = "json";
      generation = kind == SourceKind.OPENALEX_WORKS ? generation(head(path)) : "";
      records = check.records(path, kind, rejects);
    } else if (TableInput.isParquet(path) || !isJson(head(path))) {
      try (var table = Table.open(path, rejects)) {
        columns = table.columns();
        format = format(table);
        records = records(path, kind, table, rejects);
      } catch (ProblemException e) {
        if (e.code() != ErrorCode.FILE_UNKNOWN && e.code() != ErrorCode.FILE_EMPTY) {
          throw e;
        }
      }
    } else {
      format = "json";
    }
    return new SourceReport(
        path.toString(),
        kind,
        new SourceReport.Storage(format, TableInput.compression(path), size(path)),
        generation,
        columns,
        records,
        rejects.count,
        rejects.first);
  }

  private static String format(Table table) {
    return switch (table) {
      case ParquetTable parquet -> "parquet";
      case DelimitedTable text ->
          switch (text.delimiter()) {
            case '\t' -> "tsv";
            case ';' -> "semicolon";
            default -> "csv";
          };
    };
  }

  private static long records(Path path, SourceKind kind, Table table, RejectSink rejects) {
    return switch (kind) {
      case EVENTS -> events(path, rejects);
      case COUNTS -> counts(path, rejects);
      case POINTS -> points(table, rejects);
      case PATENTSVIEW_PATENT,
          PATENTSVIEW_INVENTOR,
          PATENTSVIEW_LOCATION,
          PATENTSVIEW_ASSIGNEE,
          UNKNOWN,
          OPENALEX_WORKS,
          OPENALEX_INSTITUTIONS,
          ROR_V1,
          ROR_V2 ->
          rows(table);
    };
  }

  private static long rows(Table table) {
    long rows = 0;
    while (table.next()) {
      rows++;
    }
    return rows;
  }

  private static long events(Path path, RejectSink rejects) {
    long[] records = {0};
    EventTable.read(
        path,
        ColumnMapping.none(),
        "event",
        RecordFilter.all(),
        batch -> {
          records[0] += batch.records();
          for (var reject : batch.rejects()) {
            rejects.reject(reject.line(), reject.field(), reject.value(), reject.code());
          }
        });
    return records[0];
  }

  private static long counts(Path path, RejectSink rejects) {
    var counts = CountsTable.read(path, ColumnMapping.none(), List.of());
    for (var reject : counts.rejects()) {
      rejects.reject(reject.line(), reject.field(), reject.value(), reject.code());
    }
    return counts.rows().size();
  }

  private static long points(Table table, RejectSink rejects) {
    int[] c = ColumnMapping.none().resolve(table.file(), table.columns(), SourceHeadings.POINTS);
    table.use(c);
    long points = 0;
    while (table.next()) {
      double[] most = {Double.NaN, 90, 180};
      boolean good = true;
      for (int i = 1; i <= 2; i++) {
        if (!(Math.abs(table.number(c[i])) <= most[i])) {
          good = false;
          reject(table, c[i], RejectCode.COORDINATE_IMPOSSIBLE, rejects);
        }
      }
      if (!(table.number(c[3]) >= 0)) {
        good = false;
        reject(table, c[3], RejectCode.NUMBER_INVALID, rejects);
      }
      points += good ? 1 : 0;
    }
    return points;
  }

  private static void reject(Table table, int column, RejectCode code, RejectSink rejects) {
    rejects.reject(table.line(), table.columns().get(column), table.text(column), code);
  }

  private static SourceKind kind(List<String> columns) {
    var names = new HashSet<String>();
    columns.forEach(column -> names.add(column.toLowerCase(Locale.ROOT)));
    return SourceHeadings.kind(columns, names);
  }

  private static boolean isJson(String head) {
    var text = head.stripLeading();
    return text.startsWith("{") || text.startsWith("[");
  }

  /// By the keys that only one kind has. A first record may be longer than what is looked at, so a
  /// missing key says nothing.
  private static SourceKind jsonKind(String head) {
    if (has(head, "authorships") || has(head, "abstract_inverted_index")) {
      return SourceKind.OPENALEX_WORKS;
    }
    if (head.contains("https://openalex.org/I") && has(head, "geo")) {
      return SourceKind.OPENALEX_INSTITUTIONS;
    }
    if (head.contains("https://ror.org/")) {
      if (has(head, "names") && has(head, "locations")) {
        return SourceKind.ROR_V2;
      }
      if (has(head, "addresses")) {
        return SourceKind.ROR_V1;
      }
    }
    return head.contains("https://openalex.org/W") ? SourceKind.OPENALEX_WORKS : SourceKind.UNKNOWN;
  }

  /// By fields of authorships and works that only one generation has. `raw_affiliation_string` is
  /// in both, since 2024 within `affiliations`; and words such as `topics` are keys of any
  /// abstract.
  private static String generation(String head) {
    if (has(head, "raw_affiliation_strings")
        || has(head, "institutions_distinct_count")
        || has(head, "is_authors_truncated")) {
      return "current";
    }
    return has(head, "raw_affiliation_string") || has(head, "host_venue") ? "2023" : "";
  }

  private static boolean has(String head, String key) {
    return head.contains('"' + key + '"');
  }

  private static String head(Path path) {
    try (InputStream in = TableInput.open(path)) {
      return new String(in.readNBytes(HEAD), StandardCharsets.UTF_8).replace("\uFEFF", "");
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      return "";
    } catch (IOException e) {
      throw TableInput.unreadable(path.toString(), e);
    }
  }

  private static long lines(Path path, RejectSink rejects) {
    long lines = 0;
    byte[] buffer = new byte[1 << 16];
    boolean filled = false;
    try (InputStream in = TableInput.open(path)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        for (int i = 0; i < n; i++) {
          if (buffer[i] == '\n') {
            lines += filled ? 1 : 0;
            filled = false;
          } else {
            filled |= buffer[i] != '\r' && buffer[i] != ' ';
          }
        }
      }
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      rejects.reject(lines + 1, "", "", RejectCode.TRUNCATED_INPUT);
    } catch (IOException e) {
      throw TableInput.unreadable(path.toString(), e);
    }
    return lines + (filled ? 1 : 0);
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw TableInput.unreadable(path.toString(), e);
    }
  }

  /// Counts rejects and keeps the first.
  private static final class First implements RejectSink {
    private final String file;
    private final List<Reject> first = new ArrayList<>();
    private long count;

    First(String file) {
      this.file = file;
    }

    @Override
    public void reject(long line, String field, String value, RejectCode code) {
      if (count++ < SourceReport.MOST_REJECTS) {
        first.add(new Reject(file, line, field, value, code));
      }
    }
  }
}
