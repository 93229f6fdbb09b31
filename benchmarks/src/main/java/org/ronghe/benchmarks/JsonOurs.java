package org.ronghe.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.input.BlockPipeline;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.atlas.source.input.Progress;
import org.ronghe.atlas.source.openalex.WorksReader;

/// Our reader of OpenAlex works: every line checked whole, and made into records.
///
/// It makes no digest of the file, since no peer does, unless it is asked to: `rank` does it for
/// `run.json`.
///
/// Usage: `JsonOurs FILE RUNS SECONDS THREADS [digest]`
final class JsonOurs {
  private JsonOurs() {}

  public static void main(String[] args) throws Exception {
    Warm.Result<WorkTotals> result =
        Warm.repeat(
            Integer.parseInt(args[1]),
            Double.parseDouble(args[2]),
            () -> read(Path.of(args[0]), Integer.parseInt(args[3]), args.length > 4));
    result.answer().into(new Outcome().put(result.times())).print();
  }

  static WorkTotals read(Path file, int threads, boolean digest) throws InterruptedException {
    var totals = new WorkTotals();
    var files = InputFiles.resolve(List.of(file.toString()));
    Supplier<WorksReader> readers = () -> new WorksReader(RecordFilter.all());
    Consumer<RecordBatch> adding = batch -> add(batch, totals);
    if (digest) {
      BlockPipeline.run(files, threads, readers, adding, Progress.NONE);
    } else {
      BlockPipeline.look(files, threads, readers, adding, Progress.NONE);
    }
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
