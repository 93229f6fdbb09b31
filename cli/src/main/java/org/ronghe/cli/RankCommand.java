package org.ronghe.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Method.MinWeight;
import org.ronghe.atlas.method.Overrides;
import org.ronghe.cli.RankOptions.Inputs;
import org.ronghe.cli.RankOptions.StandardMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ronghe rank`: from records, or from a table of counts, to a ranking.
@Command(name = "rank")
final class RankCommand implements Callable<Integer> {
  private final Console console;

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
  public Integer call() {
    return Jobs.rank(options(), console);
  }

  /// The options as one value, checked.
  RankOptions options() {
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
    return new RankOptions(
        method,
        overrides,
        new Inputs(works, patents, events, places, counts, columns, columnsFile, kind),
        world,
        out,
        baseMap == null ? null : new StandardMap(baseMap, mapApproval),
        Range.share("--max-rejects", maxRejects),
        common.threads());
  }
}
