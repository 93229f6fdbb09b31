package org.ronghe.benchmarks;

import info.debatty.java.lsh.MinHash;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ronghe.match.duplicate.DuplicateFinder;

/// Copies among many abstracts, all against all: ours, and MinHash of a library with the usual
/// bands. Half of every hundredth abstract is put into the middle of another.
final class MatchCopies {
  private static final int SHINGLE = 6;
  private static final int SIGNATURE = 128;
  private static final int ROWS = 2;
  private static final int SHINGLES = 1 << 24;

  /// What the library calls alike, from its own estimate; lower, and it names pairs by chance.
  private static final double ALIKE = 0.1;

  private MatchCopies() {}

  static void compare(MatchTexts maker, int count) {
    var random = new SplittableRandom(3);
    var texts = new ArrayList<DuplicateFinder.Text>();
    for (int i = 0; i < count; i++) {
      texts.add(new DuplicateFinder.Text("a" + i, maker.summary(random)));
    }
    int planted = count / 100;
    for (int i = 0; i < planted; i++) {
      String source = texts.get(i).text();
      String host = texts.get(count - 1 - i).text();
      int from = random.nextInt(source.length() / 2);
      String half = source.substring(from, from + source.length() / 2);
      int middle = host.length() / 2;
      texts.add(
          new DuplicateFinder.Text(
              "m" + i, host.substring(0, middle) + half + host.substring(middle)));
    }
    long begin = System.nanoTime();
    Set<String> ours = new HashSet<>();
    DuplicateFinder.find(texts).forEach(pair -> ours.add(pair.first() + " " + pair.second()));
    double ourSeconds = (System.nanoTime() - begin) / 1e9;
    row(
        "copies, %,d abstracts all against all, proved".formatted(count),
        ourSeconds,
        ours,
        planted,
        count,
        "< 60 s");
    begin = System.nanoTime();
    Set<String> theirs = minHash(texts);
    double seconds = (System.nanoTime() - begin) / 1e9;
    row(
        "java-lsh 0.12 MinHash, %d hashes in bands of %d, all threads".formatted(SIGNATURE, ROWS),
        seconds,
        theirs,
        planted,
        count,
        String.format(Locale.ROOT, "ours × %.1f; goal ≥ 3", seconds / ourSeconds));
  }

  private static void row(
      String what, double seconds, Set<String> pairs, int planted, int count, String goal) {
    long found =
        IntStream.range(0, planted).filter(i -> pairs.contains("a" + i + " m" + i)).count();
    long hosts =
        IntStream.range(0, planted)
            .filter(i -> pairs.contains("a" + (count - 1 - i) + " m" + i))
            .count();
    MatchSpeed.row(
        what,
        String.format(
            Locale.ROOT,
            "%.1f s; halves found %.3f, hosts %.3f, other pairs %d",
            seconds,
            (double) found / planted,
            (double) hosts / planted,
            pairs.size() - found - hosts),
        goal);
  }

  private static Set<String> minHash(List<DuplicateFinder.Text> texts) {
    var minHash = new MinHash(SIGNATURE, SHINGLES, 1);
    int[][] signatures =
        texts.parallelStream()
            .map(text -> minHash.signature(shingles(text.text())))
            .toArray(int[][]::new);
    Set<Long> candidates = new HashSet<>();
    for (int band = 0; band < SIGNATURE / ROWS; band++) {
      Map<Long, List<Integer>> buckets = new HashMap<>();
      for (int i = 0; i < signatures.length; i++) {
        int[] rows = Arrays.copyOfRange(signatures[i], band * ROWS, (band + 1) * ROWS);
        long key = ((long) rows[0] << 32) ^ rows[1];
        buckets.computeIfAbsent(key, any -> new ArrayList<>()).add(i);
      }
      for (List<Integer> bucket : buckets.values()) {
        for (int a = 0; a < bucket.size(); a++) {
          for (int b = a + 1; b < bucket.size(); b++) {
            candidates.add(((long) bucket.get(a) << 32) | bucket.get(b));
          }
        }
      }
    }
    Set<String> pairs = new HashSet<>();
    for (long pair : candidates) {
      int first = (int) (pair >>> 32);
      int second = (int) pair;
      if (minHash.similarity(signatures[first], signatures[second]) >= ALIKE) {
        pairs.add(texts.get(first).id() + " " + texts.get(second).id());
      }
    }
    return pairs;
  }

  private static Set<Integer> shingles(String text) {
    var shingles = new TreeSet<Integer>();
    for (int i = 0; i + SHINGLE <= text.length(); i++) {
      shingles.add((text.substring(i, i + SHINGLE).hashCode() & 0x7FFFFFFF) % SHINGLES);
    }
    return shingles;
  }
}
