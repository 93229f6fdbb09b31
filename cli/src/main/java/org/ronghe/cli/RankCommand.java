package org.ronghe.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Method.MinWeight;
import org.ronghe.atlas.method.Methods;
import org.ronghe.atlas.method.Overrides;
import org.ronghe.atlas.run.RankRequest;
import org.ronghe.atlas.run.RankRequest.Inputs;
import org.ronghe.atlas.run.RankRequest.StandardMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `ronghe rank`: from records, or from a table of counts, to a ranking.
@Command(name = "rank")
final class RankCommand implements Callable<Integer> {
  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Option(names = "--method", paramLabel = "ID|FILE")
  private String method = "gii-2024";

  @Option(names = "--works", paramLabel = "FILE", arity = "1..*")
  private List<String> works = List.of();

  @Option(names = "--patents", paramLabel = "FILE", arity = "1..*")
  private List<String> patents = List.of();

  @Option(names = "--events", paramLabel = "FILE", arity = "1..*")
  private List<String> events = List.of();

  @Option(names = "--places", paramLabel = "FILE", arity = "1..*")
  private List<String> places = List.of();

  @Option(names = "--counts", paramLabel = "FILE")
  private @Nullable Path counts;

  @Option(names = "--column", paramLabel = "NAME=COLUMN")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--columns", paramLabel = "FILE")
  private @Nullable Path columnsFile;

  @Option(names = "--kind", paramLabel = "KIND")
  private @Nullable String kind;

  @Option(names = "--world", paramLabel = "METRIC=TOTAL")
  private Map<String, Double> world = new LinkedHashMap<>();

  @Option(names = "--from", paramLabel = "YEAR")
  private @Nullable Integer from;

  @Option(names = "--to", paramLabel = "YEAR")
  private @Nullable Integer to;

  @Option(names = "--radius-km", paramLabel = "KM")
  private @Nullable Double radiusKm;

  @Option(names = "--min-weight", paramLabel = "WEIGHT|SHARE")
  private @Nullable String minWeight;

  @Option(names = "--max-rejects", paramLabel = "SHARE")
  private String maxRejects = "1%";

  @Option(names = "--base-map", paramLabel = "FILE")
  private @Nullable Path baseMap;

  @Option(names = "--map-approval", paramLabel = "NUMBER")
  private String mapApproval = "";

  @Option(names = "--out", paramLabel = "FOLDER")
  private Path out = Path.of("result");

  @Mixin private CommonOptions common = new CommonOptions();

  RankCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    double share = Range.share("--max-rejects", maxRejects);
    return Jobs.rank(request(), share, console);
  }

  /// The options as one value, checked, and the method as they change it.
  RankRequest request() {
    MinWeight weight = minWeight == null ? null : Overrides.minWeightOf(minWeight);
    var overrides =
        new Overrides(
            from == null ? OptionalInt.empty() : OptionalInt.of(from),
            to == null ? OptionalInt.empty() : OptionalInt.of(to),
            radiusKm == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(Range.positive("--radius-km", radiusKm)),
            weight,
            minWeight == null ? "" : minWeight);
    world.forEach((metric, total) -> Range.positive("--world " + metric, total));
    return new RankRequest(
        overrides.applyTo(Methods.of(method)),
        new Inputs(works, patents, events, places, counts, columns, columnsFile, kind),
        world,
        out,
        baseMap == null ? null : new StandardMap(baseMap, mapApproval),
        common.threads(),
        console.locale(),
        asked());
  }

  /// What the user asked for, by option name, for the record of the run. Threads, language and the
  /// place of the result are left out: its figures do not depend on them.
  private Map<String, String> asked() {
    var asked = new TreeMap<String, String>();
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      String name = option.longestName();
      if (!CommonOptions.NAMES.contains(name) && !name.equals("--out")) {
        asked.put(name.substring(2), String.join(" ", option.originalStringValues()));
      }
    }
    return asked;
  }
}
