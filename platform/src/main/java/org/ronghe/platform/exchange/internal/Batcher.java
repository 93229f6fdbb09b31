package org.ronghe.platform.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Cuts the lines of a file into batches, each of which becomes one transaction, so that time and
/// memory a row are the same at the end as at the beginning.
final class Batcher implements LineReader.Taker {
  private static final int BATCH = 1000;

  private final List<Column> columns;
  private final @Nullable Long organisation;
  private final Batches batches;
  private final List<Line> lines = new ArrayList<>(BATCH);
  private @Nullable Pass pass;

  /// @param organisation of rows that name none; null for none
  Batcher(List<Column> columns, @Nullable Long organisation, Batches batches) {
    this.columns = columns;
    this.organisation = organisation;
    this.batches = batches;
  }

  /// Takes the batches in the order of the file.
  @FunctionalInterface
  interface Batches {
    default void header(Line header, Table table) throws IOException {}

    void batch(Pass pass, List<Line> lines) throws IOException;
  }

  @Override
  public void take(Line line) throws InterruptedException, UnreadableFile {
    try {
      Pass known = pass;
      if (known == null) {
        var table = Table.of(line, columns);
        pass = new Pass(table, organisation);
        batches.header(line, table);
        return;
      }
      lines.add(line);
      if (lines.size() == BATCH) {
        flush(known);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void flush(Pass known) throws InterruptedException, IOException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    batches.batch(known, List.copyOf(lines));
    lines.clear();
  }

  /// The file is at its end.
  void end() throws InterruptedException, IOException, UnreadableFile {
    Pass known = pass;
    if (known == null) {
      throw new UnreadableFile("exchange.unreadable.empty");
    }
    if (!lines.isEmpty()) {
      flush(known);
    }
  }
}
