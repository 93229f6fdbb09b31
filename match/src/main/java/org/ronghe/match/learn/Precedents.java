package org.ronghe.match.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ronghe.match.vector.ByteVector;

/// Earlier decisions, and how each differed from what the weights of the evidence say.
///
/// They move a pair by their mean difference, each by how alike both needs and both offers are
/// (Nadaraya 1964, DOI 10.1137/1109020), drawn towards no change where few are alike. A value takes
/// a product of vectors for each decision: a millisecond for 8,000.
final class Precedents {
  private static final double NEARNESS = 8;
  private static final double DRAWN = 0.1;

  /// Decisions on needs that are less alike say nothing: even on the same offer they would weigh
  /// 0.002, and most of the work would go into them.
  private static final double LEAST_NEED = 0.2;

  private final List<Decision> decisions;
  private final Map<String, byte[]> needs;
  private final Map<String, byte[]> offers;
  private final List<byte[]> needVectors = new ArrayList<>();
  private final List<byte[]> offerVectors = new ArrayList<>();
  private final List<String> needIds = new ArrayList<>();
  private final int[] needOf;

  /// A decision without its vectors.
  ///
  /// @param difference level less what the weights say
  record Decision(String need, String offer, int level, double difference) {}

  /// @param needs vectors by id, of every need that was decided on
  /// @param offers vectors by id
  Precedents(List<Decision> decisions, Map<String, byte[]> needs, Map<String, byte[]> offers) {
    this.decisions = List.copyOf(decisions);
    this.needs = Map.copyOf(needs);
    this.offers = Map.copyOf(offers);
    Map<String, Integer> numbers = new LinkedHashMap<>();
    this.needOf = new int[decisions.size()];
    for (int i = 0; i < needOf.length; i++) {
      Decision decision = decisions.get(i);
      needOf[i] = numbers.computeIfAbsent(decision.need(), id -> numbers.size());
      offerVectors.add(vector(this.offers, decision.offer()));
    }
    numbers
        .keySet()
        .forEach(id -> {
          needIds.add(id);
          needVectors.add(vector(this.needs, id));
        });
  }

  static Precedents of(List<DecidedPair> pairs, Ridge ridge) {
    var decisions = new ArrayList<Decision>();
    Map<String, byte[]> needs = new LinkedHashMap<>();
    Map<String, byte[]> offers = new LinkedHashMap<>();
    for (DecidedPair pair : pairs) {
      double difference = pair.level() - ridge.predict(pair);
      decisions.add(new Decision(pair.need(), pair.offer(), pair.level(), difference));
      needs.putIfAbsent(pair.need(), pair.needVector());
      offers.putIfAbsent(pair.offer(), pair.offerVector());
    }
    return new Precedents(decisions, needs, offers);
  }

  private static byte[] vector(Map<String, byte[]> vectors, String id) {
    byte[] vector = vectors.get(id);
    if (vector == null) {
      throw new IllegalArgumentException("a decision without the vector of " + id);
    }
    return vector;
  }

  List<Decision> decisions() {
    return decisions;
  }

  Map<String, byte[]> needs() {
    return needs;
  }

  Map<String, byte[]> offers() {
    return offers;
  }

  /// By how many levels they move a pair.
  ///
  /// @param except place of a decision that is not to speak, −1 for none
  double moved(DecidedPair pair, int except) {
    double[] nearNeeds = nearNeeds(pair);
    double sum = 0;
    double all = DRAWN;
    for (int i = 0; i < needOf.length; i++) {
      if (i != except && nearNeeds[needOf[i]] >= LEAST_NEED) {
        double likeness = likeness(nearNeeds[needOf[i]], pair, i);
        sum += likeness * decisions.get(i).difference();
        all += likeness;
      }
    }
    return sum / all;
  }

  /// Those that count most for a pair, the weightiest first.
  List<Precedent> nearest(DecidedPair pair, int most) {
    double[] nearNeeds = nearNeeds(pair);
    return IntStream.range(0, needOf.length)
        .filter(i -> nearNeeds[needOf[i]] >= LEAST_NEED)
        .mapToObj(i -> {
          Decision decision = decisions.get(i);
          return new Precedent(
              decision.need(),
              decision.offer(),
              decision.level(),
              likeness(nearNeeds[needOf[i]], pair, i));
        })
        .sorted(Comparator.comparingDouble(Precedent::weight).reversed())
        .limit(most)
        .toList();
  }

  private double[] nearNeeds(DecidedPair pair) {
    return IntStream.range(0, needIds.size())
        .mapToDouble(i ->
            needIds.get(i).equals(pair.need())
                ? 1
                : closeness(pair.needVector(), needVectors.get(i)))
        .toArray();
  }

  private double likeness(double nearNeed, DecidedPair pair, int decision) {
    double offer = closeness(pair.offerVector(), offerVectors.get(decision));
    return Math.exp(NEARNESS * (nearNeed + offer - 2));
  }

  /// Texts of two models cannot be compared: taken as unlike.
  private static double closeness(byte[] one, byte[] other) {
    return one.length == other.length ? ByteVector.dot(one, other) : 0;
  }
}
