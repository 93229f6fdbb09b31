package org.ronghe.atlas.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.ronghe.atlas.locate.Places;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.FileTrouble;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.run.RunListener.Step;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.input.BlockPipeline;
import org.ronghe.atlas.source.input.InputFile;
import org.ronghe.atlas.source.openalex.WorksReader;
import org.ronghe.atlas.source.table.RejectSink;
import org.ronghe.atlas.source.table.SourceKind;
import org.ronghe.atlas.source.table.SourceProbe;
import org.ronghe.atlas.source.table.SourceReport;

/// Looks through input files before a long run: what each is, how much it holds, what is wrong.
public final class SourceCheck {
  private final int threads;
  private final RunListener listener;

  private SourceCheck(int threads, RunListener listener) {
    this.threads = threads;
    this.listener = listener;
  }

  /// Reads every file through, in the order given.
  ///
  /// @throws ProblemException if one is missing or unreadable
  /// @throws InterruptedException if the calling thread is interrupted
  public static List<SourceReport> of(List<Path> files, int threads, RunListener listener)
      throws InterruptedException {
    var check = new SourceCheck(threads, listener);
    var reports = new ArrayList<SourceReport>();
    for (Path file : files) {
      listener.enter(Step.READ_EVENTS);
      reports.add(SourceProbe.probe(file, check::records));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
    }
    return reports;
  }

  private long records(Path path, SourceKind kind, RejectSink rejects) {
    var file = new InputFile(path.toString(), path, size(path));
    try {
      return kind == SourceKind.OPENALEX_WORKS ? works(file, rejects) : places(file, rejects);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  private long works(InputFile file, RejectSink rejects) throws InterruptedException {
    var counter = new WorksCounter(rejects);
    BlockPipeline.look(
        List.of(file),
        threads,
        () -> new WorksReader(RecordFilter.all()),
        counter::add,
        listener::at);
    return counter.records;
  }

  private long places(InputFile file, RejectSink rejects) throws InterruptedException {
    var read = Places.read(List.of(file), threads, listener::at);
    for (Reject reject : read.rejects()) {
      rejects.reject(reject.line(), reject.field(), reject.value(), reject.code());
    }
    return read.places().size();
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new ProblemException(ErrorCode.FILE_UNREADABLE, path, FileTrouble.of(e));
    }
  }

  /// Adds up batches, which count their lines from their own start.
  private static final class WorksCounter {
    private final RejectSink rejects;
    private long records;
    private long linesBefore;

    WorksCounter(RejectSink rejects) {
      this.rejects = rejects;
    }

    void add(RecordBatch batch) {
      records += batch.records();
      for (long excluded : batch.excluded().values()) {
        records += excluded;
      }
      for (Reject inBlock : batch.rejects()) {
        Reject reject = inBlock.after(linesBefore);
        rejects.reject(reject.line(), reject.field(), reject.value(), reject.code());
      }
      linesBefore += batch.lines();
    }
  }
}
