package org.ronghe.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// Other people's readers of OpenAlex works, all on one thread.
///
/// Usage: `JsonPeers PEER FILE RUNS SECONDS`
final class JsonPeers {
  private JsonPeers() {}

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]);
    Callable<WorkTotals> read =
        switch (args[0]) {
          case "read-only" -> () -> linesOnly(file);
          case "jackson" -> () -> JacksonWorks.asItComes(file);
          case "jackson-tuned" -> () -> JacksonWorks.tuned(file);
          case "fastjson2" -> () -> FastjsonWorks.read(file);
          case "simdjson-tree" -> () -> SimdjsonWorks.tree(file);
          case "simdjson-records" -> () -> SimdjsonWorks.records(file);
          case "duckdb" -> () -> DuckdbWorks.read(file);
          default -> throw new IllegalArgumentException(args[0]);
        };
    Warm.Result<WorkTotals> result =
        Warm.repeat(Integer.parseInt(args[2]), Double.parseDouble(args[3]), read);
    result.answer().into(new Outcome().put(result.times())).print();
  }

  private static WorkTotals linesOnly(Path file) throws IOException {
    var totals = new WorkTotals();
    LineReader.read(file, (bytes, from, to) -> totals.works++);
    return totals;
  }
}
