package org.ronghe.platform.ranking.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.ronghe.atlas.method.Methods;
import org.ronghe.atlas.method.Overrides;
import org.ronghe.atlas.run.DemoRun;
import org.ronghe.atlas.run.Outcome;
import org.ronghe.atlas.run.RankRequest;
import org.ronghe.atlas.run.RankRequest.Inputs;
import org.ronghe.atlas.run.RankRun;
import org.ronghe.atlas.run.RunListener;
import org.ronghe.platform.jobs.JobKind;
import org.ronghe.platform.jobs.JobRun;
import org.ronghe.platform.ranking.Rankings;
import org.ronghe.platform.web.Saying;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Ranks as a job, and takes the result in.
@Component
class RunJob implements JobKind {
  static final String CODE = "ranking.run";

  private final Rankings rankings;

  RunJob(Rankings rankings) {
    this.rankings = rankings;
  }

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void run(JobRun job) throws InterruptedException {
    RunInput input = JsonMapper.shared().treeToValue(job.input(), RunInput.class);
    try (var folder = WorkFolder.make()) {
      Path out = folder.path().resolve("result");
      Outcome outcome = rank(input, out, new Listener(job));
      job.log(
          Saying.of(
              "ranking.run.read",
              outcome.lines(),
              outcome.rejects(),
              outcome.ranking().clusters().size()));
      job.step("ranking.step.take-in");
      long id = rankings.takeIn(out, input.note(), input.language());
      job.result("/rankings/" + id);
    }
  }

  private static Outcome rank(RunInput input, Path out, RunListener listener)
      throws InterruptedException {
    int threads = Runtime.getRuntime().availableProcessors();
    Locale language = input.language().locale();
    if (input.demo()) {
      return DemoRun.run(out, threads, language, listener);
    }
    String weight = input.minWeight();
    var overrides =
        new Overrides(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            weight.isBlank() ? null : Overrides.minWeightOf(weight),
            weight);
    var files =
        new Inputs(
            input.works(), input.patents(), List.of(), input.places(), null, Map.of(), null, null);
    var request =
        new RankRequest(
            overrides.applyTo(Methods.of(input.method())),
            files,
            Map.of(),
            out,
            null,
            threads,
            language,
            asked(input));
    return RankRun.run(request, List.of(), listener);
  }

  /// As the command line would have been asked, for the record of the run.
  private static Map<String, String> asked(RunInput input) {
    var asked = new TreeMap<String, String>();
    asked.put("method", input.method());
    Map.of("works", input.works(), "patents", input.patents(), "places", input.places())
        .forEach((name, files) -> {
          if (!files.isEmpty()) {
            asked.put(name, String.join(" ", files));
          }
        });
    if (!input.minWeight().isBlank()) {
      asked.put("min-weight", input.minWeight());
    }
    return asked;
  }

  private record Listener(JobRun job) implements RunListener {
    @Override
    public void enter(Step step) {
      String key = "ranking.step." + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
      job.step(key);
      job.log(Saying.of(key));
    }

    @Override
    public void at(long done, long total) {
      job.at(done, total);
    }
  }
}
