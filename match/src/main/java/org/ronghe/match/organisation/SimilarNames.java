package org.ronghe.match.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Finds the name nearest to a part of an affiliation: the same words in another order, a word more
/// or less, a letter amiss.
final class SimilarNames {
  /// The share of telling weight that must agree, and how far the next name must stay behind.
  private static final double LEAST = 0.86;

  private static final double AHEAD = 0.02;
  private static final int MOST_NAMES_WITH_WORD = 400;
  private static final int LEAST_LETTERS = 5;

  private final List<String> names;
  private final Map<String, List<Integer>> byWord = new HashMap<>();
  private final Map<String, List<String>> byGap = new HashMap<>();
  private final ToDoubleFunction<String> rarity;

  SimilarNames(Collection<String> all, ToDoubleFunction<String> rarity) {
    this.names = all.stream().sorted().toList();
    this.rarity = rarity;
    for (int i = 0; i < names.size(); i++) {
      for (String word : new HashSet<>(List.of(names.get(i).split(" ", -1)))) {
        byWord.computeIfAbsent(word, k -> new ArrayList<>()).add(i);
      }
    }
    for (String word : byWord.keySet()) {
      if (word.length() >= LEAST_LETTERS) {
        for (String gap : gaps(word)) {
          byGap.computeIfAbsent(gap, k -> new ArrayList<>()).add(word);
        }
      }
    }
  }

  /// The nearest name, if it is near and clearly the nearest.
  Optional<String> nearest(List<String> part) {
    List<String> words = part.stream().map(this::known).toList();
    Set<Integer> candidates = new HashSet<>();
    for (String word : words) {
      List<Integer> with = byWord.getOrDefault(word, List.of());
      if (with.size() <= MOST_NAMES_WITH_WORD) {
        candidates.addAll(with);
      }
    }
    Set<String> wanted = new HashSet<>(words);
    double best = 0;
    double second = 0;
    String name = "";
    for (int candidate : candidates.stream().sorted().toList()) {
      double alike =
          alike(
              wanted,
              Set.of(
                  new HashSet<>(List.of(names.get(candidate).split(" "))).toArray(String[]::new)));
      if (alike > best) {
        second = best;
        best = alike;
        name = names.get(candidate);
      } else if (alike > second) {
        second = alike;
      }
    }
    return best >= LEAST && best - second >= AHEAD ? Optional.of(name) : Optional.empty();
  }

  /// Twice the weight of shared words over the weight of both.
  private double alike(Set<String> one, Set<String> other) {
    double shared = 0;
    double all = 0;
    for (String word : one) {
      double weight = rarity.applyAsDouble(word);
      all += weight;
      shared += other.contains(word) ? 2 * weight : 0;
    }
    for (String word : other) {
      all += rarity.applyAsDouble(word);
    }
    return all == 0 ? 0 : shared / all;
  }

  /// The word itself if names have it, else the one such word that is a letter away.
  private String known(String word) {
    if (byWord.containsKey(word) || word.length() < LEAST_LETTERS) {
      return word;
    }
    Set<String> near = new HashSet<>(byGap.getOrDefault(word, List.of()));
    for (String gap : gaps(word)) {
      if (byWord.containsKey(gap)) {
        near.add(gap);
      }
      near.addAll(byGap.getOrDefault(gap, List.of()));
    }
    return near.size() == 1 ? near.iterator().next() : word;
  }

  /// The word with each of its letters left out once: two words that share one are at most a letter
  /// put in, left out or changed apart.
  private static List<String> gaps(String word) {
    var gaps = new ArrayList<String>();
    for (int i = 0; i < word.length(); i++) {
      gaps.add(word.substring(0, i) + word.substring(i + 1));
    }
    return gaps;
  }
}
