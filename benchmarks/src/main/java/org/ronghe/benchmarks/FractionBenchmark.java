package org.ronghe.benchmarks;

import java.util.List;
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
import org.openjdk.jmh.annotations.Warmup;
import org.ronghe.atlas.source.RecordBatch;

/// Fractional weights of 50,000 locations from a million contributions.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FractionBenchmark {
  private ContributionRows rows = new ContributionRows(42, 0, 1);
  private List<RecordBatch> batches = List.of();

  /// Makes the rows, and checks every location's weight against the program with hash maps.
  @Setup
  public void prepare() {
    rows = new ContributionRows(42, 1_000_000, 50_000);
    batches = Fractions.batches(rows);
    double[] ours = Fractions.ours(batches).byLocation(rows);
    double[] plain = Fractions.hashMap(rows);
    for (int i = 0; i < plain.length; i++) {
      if (Math.abs(ours[i] - plain[i]) > 1e-9 * plain[i]) {
        throw new IllegalStateException("location " + i + ": " + ours[i] + ", not " + plain[i]);
      }
    }
  }

  /// Ours: from records to contributions to weights.
  @Benchmark
  public Fractions.SiteSums ours() {
    return Fractions.ours(batches);
  }

  /// The program with hash maps.
  @Benchmark
  public double[] hashMaps() {
    return Fractions.hashMap(rows);
  }
}
