package org.ronghe.atlas.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.ronghe.atlas.locate.Locator;
import org.ronghe.atlas.locate.Places;
import org.ronghe.atlas.method.Method;
import org.ronghe.atlas.method.Method.TruncatedAuthors;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.rank.Quality;
import org.ronghe.atlas.run.RunListener.Step;
import org.ronghe.atlas.source.RecordBatch;
import org.ronghe.atlas.source.RecordFilter;
import org.ronghe.atlas.source.input.BlockPipeline;
import org.ronghe.atlas.source.input.InputFile;
import org.ronghe.atlas.source.input.InputFiles;
import org.ronghe.atlas.source.input.InputRead;
import org.ronghe.atlas.source.openalex.WorksReader;
import org.ronghe.atlas.source.table.ColumnMapping;
import org.ronghe.atlas.source.table.EventTable;
import org.ronghe.atlas.source.table.PatentsView;

/// The input files of a ranking, found and looked at before the first is read to its end.
final class Sources {
  private static final Set<String> TABLES =
      Set.of("csv", "tsv", "txt", "parquet", "gz", "zst", "zip");

  private final Method method;
  private final int threads;
  private final List<InputFile> places;
  private final List<InputFile> works;
  private final List<InputFile> patents;
  private final List<InputFile> events;
  private final ColumnMapping columns;
  private final String eventKind;

  private final List<Quality.Input> read = new ArrayList<>();
  private final Map<String, Long> recordsOfFile = new LinkedHashMap<>();

  private Sources(RankRequest request) {
    var inputs = request.inputs();
    method = request.method();
    threads = request.threads();
    places = InputFiles.resolve(inputs.places());
    works = InputFiles.resolve(inputs.works());
    patents = InputFiles.resolve(inputs.patents(), TABLES);
    events = InputFiles.resolve(inputs.events(), TABLES);
    var file = inputs.columnsFile();
    var mapping = file == null ? ColumnMapping.none() : ColumnMapping.read(file);
    columns = mapping.with(ColumnMapping.of(inputs.columns()));
    var kind = inputs.kind();
    eventKind = kind == null ? "deal" : kind;
  }

  /// Finds all files.
  ///
  /// @throws ProblemException if a file is missing or is not what it was given for, or none is
  ///   given
  static Sources open(RankRequest request) {
    var sources = new Sources(request);
    if (sources.works.isEmpty() && sources.patents.isEmpty() && sources.events.isEmpty()) {
      throw new ProblemException(ErrorCode.NOTHING_TO_DO);
    }
    WorksReader.requireWorks(sources.works);
    sources.requireTables();
    return sources;
  }

  private void requireTables() {
    var paths = patents.stream().map(InputFile::path).toList();
    if (PatentsView.isIn(paths)) {
      PatentsView.in(paths);
    } else {
      paths.forEach(path -> EventTable.require(path, columns));
    }
    events.forEach(file -> EventTable.require(file.path(), columns));
  }

  /// Reads the places.
  Places readPlaces(Consumer<Reject> rejects, StopWatch watch) throws InterruptedException {
    if (places.isEmpty()) {
      return Places.none();
    }
    watch.enter(Step.READ_PLACES);
    var result = Places.read(places, threads, watch.listener()::at);
    result.rejects().forEach(rejects);
    for (var input : result.inputs()) {
      add(input, "places", 0);
    }
    return result.places();
  }

  /// Reads every record, in the order works, patents, events.
  ///
  /// @return all inputs, places included
  List<Quality.Input> read(Locator locator, StopWatch watch) throws InterruptedException {
    Consumer<RecordBatch> counting =
        batch -> {
          long records = batch.records();
          for (long excluded : batch.excluded().values()) {
            records += excluded;
          }
          recordsOfFile.merge(batch.file(), records, Long::sum);
          locator.accept(batch);
        };
    if (!works.isEmpty()) {
      watch.enter(Step.READ_WORKS);
      var filter = filter(WorksReader.KIND);
      var inputs =
          BlockPipeline.run(
              works, threads, () -> new WorksReader(filter), counting, watch.listener()::at);
      inputs.forEach(
          i -> add(i, "openalex-works", recordsOfFile.getOrDefault(i.file().name(), 0L)));
    }
    if (!patents.isEmpty()) {
      watch.enter(Step.READ_PATENTS);
      readPatents(counting);
      digest(patents, "patents");
    }
    if (!events.isEmpty()) {
      watch.enter(Step.READ_EVENTS);
      for (var file : events) {
        EventTable.read(file.path(), columns, eventKind, filter(eventKind), counting);
      }
      digest(events, "events");
    }
    return read;
  }

  private void readPatents(Consumer<RecordBatch> sink) {
    List<Path> paths = patents.stream().map(InputFile::path).toList();
    var filter = filter(PatentsView.KIND);
    if (PatentsView.isIn(paths)) {
      PatentsView.in(paths).read(filter, PatentsView.INVENTIONS, sink);
    } else {
      for (var path : paths) {
        EventTable.read(path, columns, PatentsView.KIND, filter, sink);
      }
    }
  }

  /// What counts of a kind of records: the years of the metrics that count them, and the method's
  /// rule on records. Every year when no metric does; the locator then counts them as left out.
  private RecordFilter filter(String kind) {
    var metrics = method.metrics().stream().filter(m -> m.kind().equals(kind)).toList();
    var rule = method.records();
    return new RecordFilter(
        metrics.stream().mapToInt(Method.MetricRule::fromYear).min().orElse(0),
        metrics.stream().mapToInt(Method.MetricRule::toYear).max().orElse(9999),
        rule.types(),
        rule.retracted(),
        rule.paratext(),
        rule.truncatedAuthors() == TruncatedAuthors.LISTED,
        rule.journals(),
        rule.fields());
  }

  private void digest(List<InputFile> files, String kind) {
    for (var file : files) {
      long records = recordsOfFile.getOrDefault(file.path().toString(), 0L);
      add(new InputRead(file, Digest.sha256(file.path())), kind, records);
    }
  }

  private void add(InputRead input, String kind, long records) {
    var file = input.file();
    read.add(new Quality.Input(file.name(), kind, file.bytes(), input.sha256(), records));
  }
}
