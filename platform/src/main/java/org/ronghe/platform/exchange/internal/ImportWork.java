package org.ronghe.platform.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.ImportState;
import org.ronghe.platform.jobs.JobRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Goes through a file batch by batch: checks it, takes it, copies it. A batch is one transaction,
/// so time and memory a row are the same at the end as at the beginning.
@Component
class ImportWork {
  private static final int BATCH = 500;

  private final Map<String, ImportKind<?>> kinds = new TreeMap<>();
  private final ImportTable table;
  private final SourceFiles files;
  private final TransactionTemplate transaction;

  ImportWork(
      List<ImportKind<?>> kinds,
      ImportTable table,
      SourceFiles files,
      PlatformTransactionManager transactions) {
    kinds.forEach(kind -> this.kinds.put(kind.code(), kind));
    this.table = table;
    this.files = files;
    this.transaction = new TransactionTemplate(transactions);
  }

  /// The kind of that word; null if there is none.
  @Nullable ImportKind<?> kind(String code) {
    return kinds.get(code);
  }

  /// The words of all kinds.
  List<String> kinds() {
    return List.copyOf(kinds.keySet());
  }

  /// Takes batches of rows.
  private interface Batches {
    void header(Line header, Table table) throws IOException;

    void batch(Table table, List<Line> lines) throws InterruptedException, IOException;
  }

  private static final class Batcher implements LineReader.Taker {
    private final List<Column> columns;
    private final Batches batches;
    private final List<Line> lines = new ArrayList<>(BATCH);
    private @Nullable Table table;

    Batcher(List<Column> columns, Batches batches) {
      this.columns = columns;
      this.batches = batches;
    }

    @Override
    public void take(Line line) throws InterruptedException, UnreadableFile {
      try {
        Table known = table;
        if (known == null) {
          known = Table.of(line, columns);
          table = known;
          batches.header(line, known);
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

    private void flush(Table known) throws InterruptedException, IOException {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      batches.batch(known, List.copyOf(lines));
      lines.clear();
    }

    void end() throws InterruptedException, IOException, UnreadableFile {
      Table known = table;
      if (known == null) {
        throw new UnreadableFile("exchange.unreadable.empty");
      }
      if (!lines.isEmpty()) {
        flush(known);
      }
    }
  }

  private void go(ImportRun run, Batches batches) throws InterruptedException, UnreadableFile {
    try {
      ImportKind<?> kind = kinds.get(run.kind());
      if (kind == null) {
        throw new IllegalStateException("nobody imports " + run.kind());
      }
      Path file = files.path(run.id());
      var batcher = new Batcher(kind.columns(), batches);
      FileFormat.of(file).reader().read(file, batcher);
      batcher.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Checks every row and enters none.
  void check(ImportRun run, JobRun job) throws InterruptedException {
    table.beginCheck(run.id());
    int[] kept = {0};
    long[] done = {0};
    try {
      go(
          run,
          new Batches() {
            @Override
            public void header(Line header, Table columns) {}

            @Override
            public void batch(Table columns, List<Line> lines) {
              transaction.executeWithoutResult(
                  status -> kept[0] = checkBatch(kindOf(run), run, columns, lines, kept[0]));
              done[0] += lines.size();
              job.at(done[0], 0);
            }
          });
      table.state(run.id(), ImportState.CHECKED, "");
    } catch (UnreadableFile e) {
      table.state(run.id(), ImportState.UNREADABLE, e.words());
    }
  }

  private <T> int checkBatch(
      ImportKind<T> kind, ImportRun run, Table columns, List<Line> lines, int kept) {
    List<Checked<T>> checked = kind.check(columns, lines, run.organisation());
    var faults = new ArrayList<ImportFault>();
    checked.forEach(one -> faults.addAll(one.faults()));
    faults.addAll(kind.notes(checked));
    faults.sort(java.util.Comparator.comparingLong(ImportFault::line));
    int wrong = (int) checked.stream().filter(one -> !one.right()).count();
    return table.count(run.id(), lines.size(), wrong, faults, kept);
  }

  private ImportKind<?> kindOf(ImportRun run) {
    ImportKind<?> kind = kinds.get(run.kind());
    if (kind == null) {
      throw new IllegalStateException("nobody imports " + run.kind());
    }
    return kind;
  }

  /// Enters the right rows, from where it was broken off.
  void take(ImportRun run, JobRun job) throws InterruptedException {
    long[] done = {0};
    try {
      go(
          run,
          new Batches() {
            @Override
            public void header(Line header, Table columns) {}

            @Override
            public void batch(Table columns, List<Line> lines) {
              transaction.executeWithoutResult(
                  status -> takeBatch(kindOf(run), run, columns, lines));
              done[0] += lines.size();
              job.at(done[0], run.counts().lines());
            }
          });
      table.state(run.id(), ImportState.TAKEN, "");
    } catch (UnreadableFile e) {
      table.state(run.id(), ImportState.UNREADABLE, e.words());
    }
  }

  private <T> void takeBatch(ImportKind<T> kind, ImportRun run, Table columns, List<Line> lines) {
    long before = table.takenTo(run.id());
    List<Line> left = lines.stream().filter(line -> line.number() > before).toList();
    if (left.isEmpty()) {
      return;
    }
    var values = new ArrayList<T>();
    for (Checked<T> checked : kind.check(columns, left, run.organisation())) {
      T value = checked.value();
      if (value != null) {
        values.add(value);
      }
    }
    List<Long> made = values.isEmpty() ? List.of() : kind.enter(values, run.id());
    table.took(run.id(), values.size(), left.getLast().number(), made);
  }

  /// Hands over every row again with what is wrong with it.
  void again(ImportRun run, Copy copy) throws InterruptedException, UnreadableFile {
    go(
        run,
        new Batches() {
          @Override
          public void header(Line header, Table columns) throws IOException {
            copy.header(header, columns);
          }

          @Override
          public void batch(Table columns, List<Line> lines) throws IOException {
            List<? extends Checked<?>> checked =
                java.util.Objects.requireNonNull(
                    transaction.execute(
                        status -> kindOf(run).check(columns, lines, run.organisation())));
            for (Checked<?> one : checked) {
              copy.row(one.line(), one.faults());
            }
          }
        });
  }

  /// Takes every row with its faults.
  interface Copy {
    void header(Line header, Table columns) throws IOException;

    void row(Line line, List<ImportFault> faults) throws IOException;
  }
}
