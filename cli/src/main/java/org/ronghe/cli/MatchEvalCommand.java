package org.ronghe.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.report.Json;
import org.ronghe.match.evaluate.EvaluationRequest;
import org.ronghe.match.evaluate.EvaluationRun;
import org.ronghe.match.evaluate.Gain;
import org.ronghe.match.evaluate.Interval;
import org.ronghe.match.evaluate.LearningTable;
import org.ronghe.match.evaluate.QueryNames;
import org.ronghe.match.index.DocumentKind;
import org.ronghe.match.learn.DecisionModel;
import org.ronghe.match.learn.DecisionModelFile;
import org.ronghe.match.search.Engine;
import org.ronghe.match.search.Match;
import org.ronghe.match.source.DocumentFile;
import org.ronghe.match.source.JudgementFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ronghe match eval`: how good the ranking is on judged cases.
@Command(name = "eval")
final class MatchEvalCommand implements Callable<Integer> {
  private static final int DEPTH = 1000;

  private final Console console;

  @Option(names = "--queries", paramLabel = "FILE", required = true)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path queries;

  @Option(names = "--docs", paramLabel = "FILE", required = true)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path documents;

  @Option(names = "--qrels", paramLabel = "FILE", required = true)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path judgements;

  @Option(names = "--judged-only")
  private boolean judgedOnly;

  @Option(names = "--gain", paramLabel = "level|grade|binary")
  private Gain gain = Gain.BINARY;

  @Option(names = "--relevant-from", paramLabel = "LEVEL")
  private @Nullable Integer relevantFrom;

  @Option(names = "--query-ids", paramLabel = "auto|given|position")
  private QueryNames queryNames = QueryNames.AUTO;

  @Option(names = "--per-query", paramLabel = "FILE")
  private @Nullable Path perQuery;

  @Option(names = "--run", paramLabel = "FILE")
  private @Nullable Path run;

  @Option(names = "--learn")
  private boolean learn;

  @Option(names = "--model", paramLabel = "FILE")
  private @Nullable Path model;

  @Option(names = "--index", paramLabel = "FOLDER")
  private @Nullable Path index;

  @Mixin private CommonOptions common = new CommonOptions();

  MatchEvalCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    // On the scale of 1 to 4, "relevant" begins at 3; on plain judgements at 1.
    int least = relevantFrom != null ? relevantFrom : gain == Gain.LEVEL ? 3 : 1;
    var request =
        new EvaluationRequest(
            gain,
            least,
            judgedOnly,
            DEPTH,
            queryNames,
            judgements.toString(),
            learn || model != null);
    var asking = DocumentFile.read(queries, DocumentKind.NEED);
    var answering = DocumentFile.read(documents, DocumentKind.ACHIEVEMENT);
    var judged = JudgementFile.read(judgements);
    Path kept = index;
    try (TemporaryFolder scratch = kept == null ? TemporaryFolder.create() : null;
        Engine engine = Engine.open(common.threads())) {
      Path folder = scratch != null ? scratch.path() : Objects.requireNonNull(kept);
      var outcome = new EvaluationRun(engine, request).run(asking, answering, judged, folder);
      Map<String, Interval> measures = new LinkedHashMap<>(outcome.evaluation().measures());
      if (learn) {
        measures.putAll(LearningTable.of(outcome.decisions(), gain, least));
      }
      say(outcome, measures);
      if (model != null) {
        DecisionModelFile.write(DecisionModel.learn(outcome.decisions()), model);
      }
      if (perQuery != null) {
        writePerQuery(outcome, perQuery);
      }
      if (run != null) {
        writeRun(outcome, run);
      }
    }
    return ExitCode.OK;
  }

  private void say(EvaluationRun.Outcome outcome, Map<String, Interval> measures) {
    Messages messages = console.messages();
    if (console.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("queries", outcome.runs().size());
      json.put("unmatched", outcome.unmatched());
      Map<String, Object> all = new LinkedHashMap<>();
      measures.forEach((name, interval) -> all.put(name, json(interval)));
      json.put("measures", all);
      console.out().println(Json.of(json));
      return;
    }
    var table =
        new TerminalTable(
            List.of(
                new TerminalTable.Column(messages.text("match.measure"), false),
                new TerminalTable.Column(messages.text("match.mean"), true),
                new TerminalTable.Column("2.5 %", true),
                new TerminalTable.Column("97.5 %", true),
                new TerminalTable.Column(messages.text("match.queries"), true)));
    measures.forEach((name, interval) ->
        table.row(
            List.of(
                name,
                figure(interval.mean()),
                figure(interval.low()),
                figure(interval.high()),
                Integer.toString(interval.queries()))));
    table.lines(console.columns()).forEach(console.out()::println);
    if (outcome.unmatched() > 0) {
      console.err().println(messages.text("match.unmatched", outcome.unmatched()));
    }
  }

  private static Map<String, Object> json(Interval interval) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("mean", interval.mean());
    json.put("low", interval.low());
    json.put("high", interval.high());
    json.put("queries", interval.queries());
    return json;
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /// `query <tab> measure <tab> value`, a line each.
  private static void writePerQuery(EvaluationRun.Outcome outcome, Path file) throws IOException {
    try (var writer = new PrintWriter(Files.newBufferedWriter(file))) {
      for (var query : outcome.evaluation().queries()) {
        query
            .measures()
            .forEach((name, value) -> writer.println(query.query() + "\t" + name + "\t" + value));
      }
    }
  }

  /// TREC's form: `query Q0 document rank score ronghe`.
  private static void writeRun(EvaluationRun.Outcome outcome, Path file) throws IOException {
    try (var writer = new PrintWriter(Files.newBufferedWriter(file))) {
      for (var entry : outcome.runs().entrySet()) {
        int rank = 0;
        for (Match match : entry.getValue()) {
          writer.println(
              entry.getKey()
                  + " Q0 "
                  + match.document().id()
                  + " "
                  + ++rank
                  + " "
                  + match.score()
                  + " ronghe");
        }
      }
    }
  }
}
