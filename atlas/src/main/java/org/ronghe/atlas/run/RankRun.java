package org.ronghe.atlas.run;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.atlas.cluster.ClusterFinder;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.locate.Locator;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.problem.Reject;
import org.ronghe.atlas.rank.QualityReport;
import org.ronghe.atlas.rank.Ranker;
import org.ronghe.atlas.rank.Ranking;
import org.ronghe.atlas.report.HtmlReport;
import org.ronghe.atlas.report.ResultFiles;
import org.ronghe.atlas.report.RunResult;
import org.ronghe.atlas.report.RunResult.Evidence;
import org.ronghe.atlas.run.RunListener.Step;

/// From records to a ranking on disk: source → located → clustered → ranked → reported.
public final class RankRun {
  private final RankRequest request;
  private final List<Bilingual> notes;
  private final StopWatch watch;

  private RankRun(RankRequest request, List<Bilingual> notes, RunListener listener) {
    this.request = request;
    this.notes = notes;
    watch = new StopWatch(listener);
  }

  /// Ranks and writes the result folder.
  ///
  /// @param notes remarks the report gives its reader
  /// @throws org.ronghe.atlas.problem.ProblemException for files that are missing, unreadable or of
  ///   an unknown kind, before anything is read; and for a folder that cannot be written
  /// @throws InterruptedException if the calling thread is interrupted; nothing is written then
  public static Outcome run(RankRequest request, List<Bilingual> notes, RunListener listener)
      throws InterruptedException {
    return new RankRun(request, notes, listener).run();
  }

  private Outcome run() throws InterruptedException {
    try (var staged = StagedOutput.folder(request.out())) {
      HtmlReport.requireBaseMap(request.reportOptions());
      var rejects = new ArrayList<Reject>();
      var method = request.method();
      var sources = Sources.open(request);
      var places = sources.readPlaces(rejects::add, watch);
      var locator = new Locator(method, places, rejects::add);
      var inputs = sources.read(locator, watch);
      var contributions = locator.finish();

      watch.enter(Step.CLUSTER);
      var gazetteer = Gazetteer.bundled();
      var clusters = ClusterFinder.find(contributions, method, gazetteer, request.threads());

      watch.enter(Step.RANK);
      var ranked = Ranker.rank(method, contributions, clusters, gazetteer, request.world());
      var quality = QualityReport.of(inputs, locator.tally(), contributions, clusters);
      var ranking =
          new Ranking(
              method.id(),
              method.title(),
              method.values(),
              ranked.metrics(),
              ranked.clusters(),
              quality,
              allNotes(ranked));

      watch.enter(Step.WRITE);
      var evidence = new Evidence(contributions, clusters, ranked.collaboration());
      var result = new RunResult(ranking, evidence, rejects, request.options());
      ResultFiles.write(staged.path(), result, request.reportOptions());
      var seconds = watch.seconds();
      ResultFiles.writeTimings(staged.path(), seconds);
      staged.commit();
      return Outcome.of(ranking, rejects, request.out(), seconds);
    }
  }

  private List<Bilingual> allNotes(Ranker.Result ranked) {
    var all = new ArrayList<>(notes);
    for (int m = 0; m < ranked.metrics().size(); m++) {
      var metric = ranked.metrics().get(m);
      if (metric.worldTotal() == 0) {
        all.add(
            new Bilingual(
                "No records were given for \"" + metric.english() + "\", so it adds nothing.",
                "未提供“" + metric.chinese() + "”的记录，因此该项不计分。"));
      }
    }
    return all;
  }
}
