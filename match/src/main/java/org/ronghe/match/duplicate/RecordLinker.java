package org.ronghe.match.duplicate;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds the same works in two lists, each at most once.
///
/// Titles, persons, years and venues are compared. Which venue of one list is which of the other is
/// learned from the pairs that are sure without it: the same title, persons and year.
public final class RecordLinker {
  private static final double LEAST = 0.72;
  private static final double SURE = 0.9;
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int MOST_WITH_WORD = 300;

  private final Map<String, Integer> wordCounts = new HashMap<>();
  private final List<Known> left;
  private final List<Known> right;

  private RecordLinker(List<LinkedRecord> left, List<LinkedRecord> right) {
    this.left = left.stream().map(Known::of).toList();
    this.right = right.stream().map(Known::of).toList();
    for (List<Known> side : List.of(this.left, this.right)) {
      for (Known known : side) {
        known.words().forEach(word -> wordCounts.merge(word, 1, Integer::sum));
      }
    }
  }

  /// A pair that is the same work.
  ///
  /// @param left id in the first list
  /// @param right id in the second
  /// @param score 0 to 1
  public record Link(String left, String right, double score) {}

  private record Known(LinkedRecord record, Set<String> words, Set<String> surnames) {
    static Known of(LinkedRecord record) {
      Set<String> surnames = new HashSet<>();
      for (String person : record.people()) {
        List<String> parts = words(person);
        if (!parts.isEmpty()) {
          surnames.add(parts.getLast());
        }
      }
      return new Known(record, new HashSet<>(words(record.title())), surnames);
    }

    private static List<String> words(String text) {
      String plain =
          Normalizer.normalize(text.replaceAll("&#\\d+;|&[a-z]+;", " "), Normalizer.Form.NFD)
              .replaceAll("\\p{M}", "")
              .toLowerCase(Locale.ROOT);
      return NO_WORD.splitAsStream(plain).filter(word -> !word.isEmpty()).toList();
    }
  }

  private record Pair(int left, int right, double score) {}

  /// The links, in the order of the first list.
  public static List<Link> link(List<LinkedRecord> left, List<LinkedRecord> right) {
    var linker = new RecordLinker(left, right);
    List<Pair> pairs = linker.pairs();
    Map<String, Map<String, Double>> venues = linker.venues(pairs);
    return linker.best(pairs, venues);
  }

  private List<Pair> pairs() {
    Map<String, List<Integer>> byWord = new HashMap<>();
    for (int i = 0; i < right.size(); i++) {
      for (String word : right.get(i).words()) {
        byWord.computeIfAbsent(word, k -> new ArrayList<>()).add(i);
      }
    }
    var pairs = new ArrayList<Pair>();
    for (int i = 0; i < left.size(); i++) {
      Set<Integer> candidates = new HashSet<>();
      for (String word : left.get(i).words()) {
        List<Integer> with = byWord.getOrDefault(word, List.of());
        if (with.size() <= MOST_WITH_WORD) {
          candidates.addAll(with);
        }
      }
      for (int candidate : candidates.stream().sorted().toList()) {
        double score = score(left.get(i), right.get(candidate));
        if (score >= LEAST - 0.2) {
          pairs.add(new Pair(i, candidate, score));
        }
      }
    }
    return pairs;
  }

  private double score(Known one, Known other) {
    double title = alike(one.words(), other.words(), true);
    double people =
        one.surnames().isEmpty() || other.surnames().isEmpty()
            ? 0.6
            : alike(one.surnames(), other.surnames(), false);
    int apart = Math.abs(one.record().year() - other.record().year());
    boolean unknown = one.record().year() == 0 || other.record().year() == 0;
    double year = unknown ? 0.5 : apart == 0 ? 1 : apart == 1 ? 0.4 : 0;
    return 0.55 * title + 0.3 * people + 0.15 * year;
  }

  private double alike(Set<String> one, Set<String> other, boolean weighed) {
    double shared = 0;
    double all = 0;
    for (String word : one) {
      double weight = weighed ? weight(word) : 1;
      all += weight;
      if (other.contains(word)) {
        shared += 2 * weight;
      }
    }
    for (String word : other) {
      all += weighed ? weight(word) : 1;
    }
    return all == 0 ? 0 : shared / all;
  }

  private double weight(String word) {
    return Math.log(1 + (double) (left.size() + right.size()) / wordCounts.getOrDefault(word, 1));
  }

  /// For each venue of the first list, how the sure pairs' venues of the second spread.
  private Map<String, Map<String, Double>> venues(List<Pair> pairs) {
    Map<Integer, Integer> partnersLeft = new HashMap<>();
    Map<Integer, Integer> partnersRight = new HashMap<>();
    List<Pair> sure = pairs.stream().filter(pair -> pair.score() >= SURE).toList();
    sure.forEach(pair -> {
      partnersLeft.merge(pair.left(), 1, Integer::sum);
      partnersRight.merge(pair.right(), 1, Integer::sum);
    });
    Map<String, Map<String, Double>> venues = new HashMap<>();
    for (Pair pair : sure) {
      if (partnersLeft.getOrDefault(pair.left(), 0) == 1
          && partnersRight.getOrDefault(pair.right(), 0) == 1) {
        venues
            .computeIfAbsent(left.get(pair.left()).record().venue(), k -> new HashMap<>())
            .merge(right.get(pair.right()).record().venue(), 1.0, Double::sum);
      }
    }
    for (Map<String, Double> spread : venues.values()) {
      double all = spread.values().stream().mapToDouble(Double::doubleValue).sum();
      spread.replaceAll((venue, count) -> count / all);
    }
    return venues;
  }

  private List<Link> best(List<Pair> pairs, Map<String, Map<String, Double>> venues) {
    List<Pair> judged =
        pairs.stream()
            .map(pair -> new Pair(pair.left(), pair.right(), pair.score() + venue(pair, venues)))
            .filter(pair -> pair.score() >= LEAST)
            .sorted(
                Comparator.comparingDouble(Pair::score)
                    .reversed()
                    .thenComparingInt(Pair::left)
                    .thenComparingInt(Pair::right))
            .toList();
    Set<Integer> takenLeft = new HashSet<>();
    Set<Integer> takenRight = new HashSet<>();
    var chosen = new ArrayList<Pair>();
    for (Pair pair : judged) {
      if (!takenLeft.contains(pair.left()) && !takenRight.contains(pair.right())) {
        takenLeft.add(pair.left());
        takenRight.add(pair.right());
        chosen.add(pair);
      }
    }
    chosen.sort(Comparator.comparingInt(Pair::left));
    return chosen.stream()
        .map(pair ->
            new Link(
                left.get(pair.left()).record().id(),
                right.get(pair.right()).record().id(),
                Math.clamp(pair.score(), 0, 1)))
        .toList();
  }

  /// What the venues say: up to 0.1 for the usual partner, −0.2 for one that it never is.
  private double venue(Pair pair, Map<String, Map<String, Double>> venues) {
    String one = left.get(pair.left()).record().venue();
    String other = right.get(pair.right()).record().venue();
    Map<String, Double> spread = venues.get(one);
    if (spread == null || one.isEmpty() || other.isEmpty()) {
      return 0;
    }
    double share = spread.getOrDefault(other, 0.0);
    return share < 0.02 ? -0.2 : 0.1 * share;
  }
}
