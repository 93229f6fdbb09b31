package org.ronghe.atlas.method;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.method.Method.ClusterRule;
import org.ronghe.atlas.method.Method.MetricRule;
import org.ronghe.atlas.method.Method.MinWeight;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;

/// What a command line changes in a method; the report names each change as its own source.
///
/// @param fromYear first year of every metric
/// @param toYear last year of every metric
/// @param radiusKm the cluster radius
/// @param minWeight the least weight of a core point's neighbourhood, null for the method's
/// @param minWeightText as the user wrote it
public record Overrides(
    OptionalInt fromYear,
    OptionalInt toYear,
    OptionalDouble radiusKm,
    @Nullable MinWeight minWeight,
    String minWeightText) {

  /// Changes nothing.
  public static Overrides none() {
    return new Overrides(
        OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty(), null, "");
  }

  /// Reads `--min-weight`: a number above 0, or a percentage of all contributions such as `0.1%`.
  ///
  /// @throws ProblemException OPTION_INVALID
  public static MinWeight minWeightOf(String text) {
    try {
      var plain = text.strip();
      if (plain.endsWith("%")) {
        double percent = Double.parseDouble(plain.substring(0, plain.length() - 1).strip());
        if (percent > 0 && percent <= 100) {
          return new Method.ShareOfAll(percent / 100);
        }
      } else if (Double.parseDouble(plain) > 0 && Double.isFinite(Double.parseDouble(plain))) {
        return new Method.AbsoluteWeight(Double.parseDouble(plain));
      }
    } catch (NumberFormatException e) {
      // Falls through to the one sentence for every wrong form.
    }
    throw new ProblemException(
        ErrorCode.OPTION_INVALID,
        "--min-weight",
        "\"" + text + "\" is neither a weight above 0 nor a share such as 0.1%");
  }

  /// The changed method.
  ///
  /// @throws ProblemException OPTION_INVALID when the years are the wrong way round
  public Method applyTo(Method method) {
    var metrics = new ArrayList<MetricRule>();
    var values = new ArrayList<>(method.values());
    for (var metric : method.metrics()) {
      int from = fromYear.orElse(metric.fromYear());
      int to = toYear.orElse(metric.toYear());
      if (from > to) {
        throw new ProblemException(ErrorCode.OPTION_INVALID, "--from", from + " is after " + to);
      }
      metrics.add(metric.over(from, to));
      fromYear.ifPresent(y -> state(values, "metrics." + metric.id() + ".from", y, "--from"));
      toYear.ifPresent(y -> state(values, "metrics." + metric.id() + ".to", y, "--to"));
    }
    var rule = method.cluster();
    var cluster =
        new ClusterRule(
            radiusKm.orElse(rule.radiusKm()),
            minWeight == null ? rule.minWeight() : minWeight,
            rule.weightedBy(),
            rule.mergeGapKm(),
            rule.mostCities(),
            rule.cityLeastShare(),
            rule.economyLeastShare());
    radiusKm.ifPresent(r -> state(values, "cluster.radius-km", r, "--radius-km"));
    if (minWeight != null) {
      state(values, "cluster.min-weight", minWeightText, "--min-weight");
    }
    return new Method(
        method.id(),
        method.title(),
        method.unit(),
        metrics,
        method.records(),
        cluster,
        method.score(),
        values);
  }

  private static void state(List<MethodValue> values, String name, Object value, String option) {
    values.replaceAll(v ->
        v.name().equals(name) ? new MethodValue(name, String.valueOf(value), option, false) : v);
  }
}
