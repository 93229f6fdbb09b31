package org.ronghe.benchmarks;

import static org.ronghe.benchmarks.RegistryServer.asNode;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.ronghe.platform.exchange.ImportRun;
import org.ronghe.platform.exchange.Imports;
import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.jobs.Jobs;

/// An import of many rows: how long checking, entering and taking back take, and what is on the
/// heap meanwhile.
///
/// Arguments: data folder, which is made if need be; a kind of [RegistryTables]; rows. Audit,
/// search outbox and duplicates' keys are written as always. Checks its own answer: every row was
/// taken.
public final class RegistryImport {
  private static final int SAMPLES = 10;

  private final RegistryServer node;
  private final RegistryTables kind;
  private final int rows;

  private RegistryImport(RegistryServer node, RegistryTables kind, int rows) {
    this.node = node;
    this.kind = kind;
    this.rows = rows;
  }

  public static void main(String[] arguments) throws Exception {
    try (var node = RegistryServer.start(Path.of(arguments[0]))) {
      var kind = RegistryTables.valueOf(arguments[1].toUpperCase(Locale.ROOT));
      new RegistryImport(node, kind, Integer.parseInt(arguments[2])).run();
    }
  }

  private void run() throws InterruptedException {
    long keeper = node.organisation("导入大学", 30.5, 114.4);
    byte[] table = kind.table(rows);
    Way fast = way(keeper, table, false);
    Way watched = way(keeper, table, true);
    System.out.printf(
        Locale.ROOT,
        "| %s | %,d | %.1f | %.1f | %,.0f | %.1f | %s | %s |%n",
        kind.kind(),
        rows,
        fast.checkSeconds,
        fast.enterSeconds,
        rows / (fast.checkSeconds + fast.enterSeconds),
        fast.undoSeconds,
        megabytes(watched.ofChecking),
        megabytes(watched.ofEntering));
  }

  /// What one way from the upload to taking back came to.
  private record Way(
      double checkSeconds,
      double enterSeconds,
      double undoSeconds,
      List<Long> ofChecking,
      List<Long> ofEntering) {}

  /// @param watched whether the heap is looked at, which takes time
  private Way way(long keeper, byte[] table, boolean watched) throws InterruptedException {
    Imports imports = node.part(Imports.class);
    long begin = System.nanoTime();
    ImportRun run =
        asNode(
            () -> imports.upload(kind.kind(), keeper, "many.csv", new ByteArrayInputStream(table)));
    List<Long> ofChecking = await(run, watched);
    long checked = System.nanoTime();
    if (found(run).counts().right() != rows) {
      throw new IllegalStateException("wrong rows: " + asNode(() -> imports.faults(run.id(), 3)));
    }
    ImportRun taking = asNode(() -> imports.take(run.id()));
    List<Long> ofEntering = await(taking, watched);
    long entered = System.nanoTime();
    if (found(run).counts().taken() != rows) {
      throw new IllegalStateException("not every row was taken: " + found(run).counts());
    }
    long undone = asNode(() -> imports.undo(run.id()));
    long over = System.nanoTime();
    if (undone != rows) {
      throw new IllegalStateException("not every row was taken back: " + undone);
    }
    return new Way(
        (checked - begin) / 1e9,
        (entered - checked) / 1e9,
        (over - entered) / 1e9,
        ofChecking,
        ofEntering);
  }

  private ImportRun found(ImportRun run) {
    return asNode(() -> node.part(Imports.class).find(run.id())).orElseThrow();
  }

  /// Waits until an import's job is done.
  ///
  /// @return if watched, what was still on the heap after a collection, in bytes, each time another
  ///   tenth of the rows was done
  private List<Long> await(ImportRun run, boolean watched) throws InterruptedException {
    Jobs jobs = node.part(Jobs.class);
    long id = Objects.requireNonNull(run.job());
    var held = new ArrayList<Long>();
    while (true) {
      Job job = asNode(() -> jobs.get(id));
      if (watched && job.progress().done() * SAMPLES / rows > held.size()) {
        held.add(heldBytes());
      }
      if (!job.state().open()) {
        return held;
      }
      Thread.sleep(20);
    }
  }

  private static long heldBytes() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static String megabytes(List<Long> bytes) {
    return bytes.stream().map(one -> Long.toString(one >> 20)).collect(Collectors.joining(" "));
  }
}
