package org.ronghe.platform.exchange.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.ImportState;
import org.ronghe.platform.jobs.JobRun;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Goes through a file batch by batch: checks it, takes it, copies it. What a batch enters and how
/// far the import has come stand in one transaction: one that was broken off goes on where it
/// stopped, and nothing is entered twice.
@Component
class ImportWork {
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

  private ImportKind<?> kindOf(ImportRun run) {
    ImportKind<?> kind = kinds.get(run.kind());
    if (kind == null) {
      throw new IllegalStateException("nobody imports " + run.kind());
    }
    return kind;
  }

  private void go(ImportRun run, Batcher.Batches batches)
      throws InterruptedException, UnreadableFile {
    try {
      Path file = files.path(run.id());
      var batcher = new Batcher(kindOf(run).columns(), run.organisation(), batches);
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
    toTheEnd(
        run,
        ImportState.CHECKED,
        (pass, lines) -> {
          transaction.executeWithoutResult(
              _ -> kept[0] = checkBatch(kindOf(run), run, pass, lines, kept[0]));
          done[0] += lines.size();
          job.at(done[0], 0);
        });
  }

  private void toTheEnd(ImportRun run, ImportState then, Batcher.Batches batches)
      throws InterruptedException {
    try {
      go(run, batches);
      table.state(run.id(), then, "");
    } catch (UnreadableFile e) {
      table.state(run.id(), ImportState.UNREADABLE, e.words());
    }
  }

  private <T> int checkBatch(
      ImportKind<T> kind, ImportRun run, Pass pass, List<Line> lines, int kept) {
    List<Checked<T>> checked = kind.check(pass, lines);
    var faults = new ArrayList<ImportFault>();
    checked.forEach(one -> faults.addAll(one.faults()));
    faults.addAll(kind.notes(checked));
    faults.sort(Comparator.comparingLong(ImportFault::line));
    int wrong = (int) checked.stream().filter(one -> !one.right()).count();
    return table.count(run.id(), lines.size(), wrong, faults, kept);
  }

  /// Enters the right rows, from where it was broken off.
  void take(ImportRun run, JobRun job) throws InterruptedException {
    long[] done = {0};
    toTheEnd(
        run,
        ImportState.TAKEN,
        (pass, lines) -> {
          transaction.executeWithoutResult(_ -> takeBatch(kindOf(run), run, pass, lines));
          done[0] += lines.size();
          job.at(done[0], run.counts().lines());
        });
  }

  private <T> void takeBatch(ImportKind<T> kind, ImportRun run, Pass pass, List<Line> lines) {
    long before = table.takenTo(run.id());
    List<Line> left = lines.stream().filter(line -> line.number() > before).toList();
    if (left.isEmpty()) {
      return;
    }
    var values = new ArrayList<T>();
    var faults = new ArrayList<ImportFault>();
    for (Checked<T> checked : kind.check(pass, left)) {
      T value = checked.value();
      if (value != null) {
        values.add(value);
      } else {
        faults.addAll(checked.faults());
      }
    }
    // What was right when it was checked and is no longer has to be told, too.
    table.late(run.id(), faults);
    List<Long> made = values.isEmpty() ? List.of() : kind.enter(values, run.id());
    table.took(run.id(), values.size(), left.getLast().number(), made);
  }

  /// Hands over every row again with what is wrong with it.
  void again(ImportRun run, Copy copy) throws InterruptedException, UnreadableFile {
    go(
        run,
        new Batcher.Batches() {
          @Override
          public void header(Line header, Table columns) throws IOException {
            copy.header(header, columns);
          }

          @Override
          public void batch(Pass pass, List<Line> lines) throws IOException {
            List<? extends Checked<?>> checked =
                Objects.requireNonNull(transaction.execute(_ -> kindOf(run).check(pass, lines)));
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
