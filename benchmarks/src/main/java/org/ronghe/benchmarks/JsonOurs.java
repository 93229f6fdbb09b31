package org.ronghe.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.input.BlockPipeline;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.atlas.source.input.Progress;
import org.ronghe.atlas.source.openalex.WorksReader;

/// Our reader of OpenAlex works: every line checked whole, and made into records.
///
/// Usage: `JsonOurs FILE RUNS SECONDS THREADS`
final class JsonOurs {
  private JsonOurs() {}

  public static void main(String[] args) throws Exception {
    Warm.Result<WorkTotals> result =
        Warm.repeat(
            Integer.parseInt(args[1]),
            Double.parseDouble(args[2]),
            () -> read(Path.of(args[0]), Integer.parseInt(args[3])));
    result.answer().into(new Outcome().put(result.times())).print();
  }

  static WorkTotals read(Path file, int threads) throws InterruptedException {
    var totals = new WorkTotals();
    BlockPipeline.run(
        InputFiles.resolve(List.of(file.toString())),
        threads,
        () -> new WorksReader(RecordFilter.all()),
        batch -> add(batch, totals),
        Progress.NONE);
    return totals;
  }

  private static void add(RecordBatch batch, WorkTotals totals) {
    totals.works += batch.records();
    for (int r = 0; r < batch.records(); r++) {
      totals.years += batch.year(r);
      totals.authorships += batch.persons(r);
    }
  }
}
