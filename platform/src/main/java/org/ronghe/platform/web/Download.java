package org.ronghe.platform.web;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A table to take away: as CSV, as a workbook or as JSON.
///
/// @param name of the file, without its ending
/// @param format the reader's choice
/// @param columns in order
/// @param rows hands every row to its consumer, one value a column: texts, numbers, truths, days,
///   moments or nulls
public record Download(String name, Format format, List<Column> columns, Rows rows)
    implements Answer {

  public Download {
    columns = List.copyOf(columns);
  }

  /// A whole list to take away, as it is filtered and sorted: read part by part while it is
  /// written.
  ///
  /// @param list reads a part
  /// @param cells of a row, one a column
  public static <T> Download of(
      String name,
      Format format,
      List<Column> columns,
      ListQuery query,
      Function<ListQuery, Listing<T>> list,
      Function<T, List<? extends @Nullable Object>> cells) {
    // Read before anything is sent: what is wrong with a filter is answered, and not with a file.
    Listing<T> first = list.apply(part(query, null));
    return new Download(
        name,
        format,
        columns,
        row -> {
          Listing<T> part = first;
          @Nullable String cursor;
          do {
            part.results().forEach(one -> row.accept(cells.apply(one)));
            cursor = part.meta().nextCursor();
            if (cursor != null) {
              part = list.apply(part(query, cursor));
            }
          } while (cursor != null);
        });
  }

  private static ListQuery part(ListQuery query, @Nullable String cursor) {
    return new ListQuery(query.search(), query.filter(), query.sort(), cursor, ListQuery.MOST);
  }

  /// A list that is there as a whole.
  ///
  /// @param cells of a row, one a column
  public static <T> Download of(
      String name,
      Format format,
      List<Column> columns,
      List<T> list,
      Function<T, List<? extends @Nullable Object>> cells) {
    return new Download(
        name, format, columns, row -> list.forEach(one -> row.accept(cells.apply(one))));
  }

  /// A column.
  ///
  /// @param key its name in JSON, and in CSV: programs read these
  /// @param title its heading in a workbook
  public record Column(String key, String title) {}

  /// Where the rows come from.
  @FunctionalInterface
  public interface Rows {
    /// Hands over all rows in order.
    void forEach(Consumer<List<?>> row);
  }

  /// What a table can be taken away as.
  public enum Format {
    CSV("text/csv;charset=UTF-8", "csv"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    JSON("application/json", "json");

    private final String mediaType;
    private final String ending;

    Format(String mediaType, String ending) {
      this.mediaType = mediaType;
      this.ending = ending;
    }

    /// As in Content-Type.
    public String mediaType() {
      return mediaType;
    }

    /// The ending of the file's name, and the value of `format` in the address.
    public String ending() {
      return ending;
    }
  }
}
