package org.ronghe.atlas.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ronghe.atlas.demo.DemoRecords;
import org.ronghe.atlas.locate.Gazetteer;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.method.Method.AbsoluteWeight;
import org.ronghe.atlas.method.Methods;
import org.ronghe.atlas.method.Overrides;
import org.ronghe.atlas.run.RankRequest.Inputs;
import org.ronghe.atlas.run.RunListener.Step;

/// The demo: records made up after published totals, then the main job on them.
public final class DemoRun {
  private static final Bilingual NOTE =
      new Bilingual(
          "Demo. The records are invented: generated around real cities so that they add up to one"
              + " hundredth of the totals WIPO published for 2023 (rows 1–34, CC BY 4.0). Only the"
              + " totals are real; people, institutions and collaborations are not.",
          "演示数据。记录是虚构的：围绕真实城市生成，合计为世界知识产权组织 2023 年公布总量（第 1–34 行，CC BY 4.0）"
              + "的百分之一。只有总量是真实的，人员、机构与合作均为虚构。");

  private DemoRun() {}

  /// Generates the records into a folder beside the result, `OUT-records`, ranks them and writes
  /// the result folder.
  ///
  /// @param language the report opens in
  /// @throws InterruptedException if the calling thread is interrupted; nothing is written then
  public static Outcome run(Path out, int threads, Locale language, RunListener listener)
      throws InterruptedException {
    listener.enter(Step.GENERATE);
    Path records = recordsBeside(out);
    try (var staged = StagedOutput.folder(records)) {
      DemoRecords.write(staged.path(), Gazetteer.bundled());
      staged.commit();
    }
    var files = DemoRecords.in(records);
    var inputs =
        new Inputs(
            List.of(files.works().toString()),
            List.of(files.patents().toString()),
            List.of(),
            List.of(files.places().toString()),
            null,
            Map.of(),
            null,
            null);
    var overrides =
        new Overrides(
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            new AbsoluteWeight(DemoRecords.MIN_WEIGHT),
            "45 (4,500 scaled down like the records)");
    var request =
        new RankRequest(
            overrides.applyTo(Methods.of("gii-2023")),
            inputs,
            Map.of(),
            out,
            null,
            threads,
            language,
            Map.of("command", "ronghe demo"));
    return RankRun.run(request, List.of(NOTE), listener);
  }

  /// Where the demo's records go: a folder beside the result, to be looked at and ranked again.
  private static Path recordsBeside(Path out) {
    return out.resolveSibling(out.getFileName() + "-records");
  }
}
