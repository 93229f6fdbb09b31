package org.ronghe.match.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What decisions taught: weights of the evidence, and precedents (decision 0041).
///
/// A pair's value is a weighted sum of its evidence, moved by how earlier decisions on similar
/// needs *and* similar offers differed from theirs. Both can be shown: the weights as a table, the
/// precedents by name. Learning from 8,000 decisions takes some seconds, a value a millisecond.
public final class DecisionModel {
  private static final int PASSES = 3;
  private static final double STEP = 0.02;

  private final Ridge ridge;
  private final Precedents precedents;
  private final Calibration calibration;
  private final List<Double> cuts;
  private final Depth depth;

  DecisionModel(
      Ridge ridge, Precedents precedents, Calibration calibration, List<Double> cuts, Depth depth) {
    this.ridge = ridge;
    this.precedents = precedents;
    this.calibration = calibration;
    this.cuts = List.copyOf(cuts);
    this.depth = depth;
  }

  /// Learns from decisions.
  ///
  /// @throws IllegalArgumentException without any
  public static DecisionModel learn(List<DecidedPair> pairs) {
    if (pairs.isEmpty()) {
      throw new IllegalArgumentException("nothing was decided");
    }
    Ridge ridge = Ridge.fit(pairs);
    Precedents precedents = Precedents.of(pairs, ridge);
    double[] values =
        IntStream.range(0, pairs.size())
            .parallel()
            .mapToDouble(i -> ridge.predict(pairs.get(i)) + precedents.moved(pairs.get(i), i))
            .toArray();
    return new DecisionModel(
        ridge,
        precedents,
        Calibration.of(values, pairs),
        cuts(values, pairs),
        Depth.of(values, pairs));
  }

  /// What a pair is worth, on the scale of levels. Its own `level` is not looked at.
  public double value(DecidedPair pair) {
    return depth.hold(pair, ridge.predict(pair) + precedents.moved(pair, -1));
  }

  /// The level a value stands for: the cuts between levels are where the mean error of the
  /// decisions themselves, each predicted from the others, is least.
  public int level(double value) {
    return 1 + (int) cuts.stream().filter(cut -> value >= cut).count();
  }

  /// Of decisions of about this value, the share that found the offer relevant.
  public double relevantShare(double value) {
    return calibration.share(value);
  }

  /// How many decisions it learned from.
  public int decisions() {
    return precedents.decisions().size();
  }

  /// The weights of the evidence, in levels a standard deviation.
  public Map<String, Double> weights() {
    return ridge.weights();
  }

  /// The earlier decisions that count most for a pair, the weightiest first.
  public List<Precedent> precedents(DecidedPair pair, int most) {
    return precedents.nearest(pair, most);
  }

  Ridge ridge() {
    return ridge;
  }

  Precedents precedents() {
    return precedents;
  }

  Calibration calibration() {
    return calibration;
  }

  List<Double> cuts() {
    return cuts;
  }

  Depth depth() {
    return depth;
  }

  private static List<Double> cuts(double[] values, List<DecidedPair> pairs) {
    var cuts = new ArrayList<>(List.of(1.5, 2.5, 3.5));
    for (int pass = 0; pass < PASSES; pass++) {
      for (int place = 0; place < cuts.size(); place++) {
        double low = place == 0 ? 1 : cuts.get(place - 1);
        double high = place == cuts.size() - 1 ? 4 : cuts.get(place + 1);
        double best = cuts.get(place);
        double least = error(values, pairs, cuts);
        for (double cut = low; cut <= high; cut += STEP) {
          var tried = new ArrayList<>(cuts);
          tried.set(place, cut);
          double error = error(values, pairs, tried);
          if (error < least) {
            least = error;
            best = cut;
          }
        }
        cuts.set(place, best);
      }
    }
    return List.copyOf(cuts);
  }

  private static double error(double[] values, List<DecidedPair> pairs, List<Double> cuts) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      int level = 1;
      for (double cut : cuts) {
        level += values[i] >= cut ? 1 : 0;
      }
      sum += Math.abs(level - pairs.get(i).level());
    }
    return sum;
  }
}
