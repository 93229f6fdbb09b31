package org.ronghe.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.input.BlockPipeline;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.atlas.source.input.Progress;
import org.ronghe.atlas.source.openalex.WorksReader;

/// How many MB of OpenAlex JSON a CPU-second reads, end to end through the pipeline: from disk (in
/// the page cache), digest, unpacking, cutting, full validation, extraction. Give a packed and an
/// unpacked copy of the same file, or any set of files.
///
/// `java … JsonTiming ROUNDS THREADS FILE…` prints for each round MB of text per CPU-second and per
/// second, and the numbers of records and contributions, which must not change.
public final class JsonTiming {
  private JsonTiming() {}

  /// Runs the rounds.
  public static void main(String[] args) throws InterruptedException {
    int rounds = Integer.parseInt(args[0]);
    int threads = Integer.parseInt(args[1]);
    for (String argument : List.of(args).subList(2, args.length)) {
      var files = InputFiles.resolve(List.of(argument));
      for (int round = 0; round < rounds; round++) {
        var text = new AtomicLong();
        var records = new AtomicLong();
        var contributions = new AtomicLong();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        BlockPipeline.run(
            files,
            threads,
            () -> {
              var reader = new WorksReader(RecordFilter.all());
              return block -> {
                text.addAndGet(block.length());
                return reader.parse(block);
              };
            },
            batch -> {
              records.addAndGet(batch.records());
              contributions.addAndGet(batch.firstContribution(batch.records()));
            },
            Progress.NONE);
        double wall = (System.nanoTime() - start) / 1e9;
        double busy = (cpuNanos() - cpu) / 1e9;
        System.out.printf(
            Locale.ROOT,
            "%s: %.0f MB text, %.0f MB per CPU-second, %.0f MB/s, %.3f s, %d records, %d"
                + " contributions%n",
            argument,
            text.get() / 1e6,
            text.get() / 1e6 / busy,
            text.get() / 1e6 / wall,
            wall,
            records.get(),
            contributions.get());
      }
    }
  }

  /// CPU time of the whole process: compiler and collector count too.
  private static long cpuNanos() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    return system instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime()
        : System.nanoTime();
  }
}
