package org.ronghe.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Reading 20,000 made-up OpenAlex works, about 70 MB.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class WorksBenchmark {
  private static final int WORKS = 20_000;

  private Path file = Path.of("");
  private long authorships;

  /// Writes the works, and reads them with another parser for the totals.
  @Setup
  public void prepare() throws IOException {
    file = Files.createTempFile("works", ".jsonl");
    byte[][] words = MadeUpNames.words(new SplittableRandom(42), 20_000);
    var institutions = new MadeUpInstitutions(World.of(42, 5_000), 5_000, 42);
    try (OutputStream out = Files.newOutputStream(file)) {
      new MadeUpWorks(institutions, words, 42).write(out, 0, WORKS);
    }
    authorships = JacksonWorks.tuned(file).authorships;
  }

  /// Removes the works.
  @TearDown
  public void clear() throws IOException {
    Files.delete(file);
  }

  /// Ours, on one thread.
  @Benchmark
  public WorkTotals ours() throws InterruptedException {
    return checked(JsonOurs.read(file, 1, false));
  }

  /// The fastest of the general parsers.
  @Benchmark
  public WorkTotals fastjson2() throws IOException {
    return checked(FastjsonWorks.read(file));
  }

  private WorkTotals checked(WorkTotals totals) {
    if (totals.works != WORKS || totals.authorships != authorships) {
      throw new IllegalStateException(totals.works + " works, " + totals.authorships + " authors");
    }
    return totals;
  }
}
