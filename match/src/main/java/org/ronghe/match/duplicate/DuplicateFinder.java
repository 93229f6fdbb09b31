package org.ronghe.match.duplicate;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Finds texts that share passages, all against all.
///
/// Candidates share at least two fingerprints that few texts have; proof is an alignment of the two
/// texts. Takes about 1.5 KB of memory a text of 200 characters; results do not depend on threads.
public final class DuplicateFinder {
  /// A fingerprint of more texts is a phrase everybody uses.
  private static final int MOST_TEXTS = 50;

  private static final int LEAST_SHARED = 2;

  /// Tokens that two texts must share in all: about a sentence.
  private static final int LEAST_TOKENS = 20;

  private static final int DOCUMENT_BITS = 24;

  /// Few enough keys to keep those of every text in a table: about one for eight tokens.
  private static final int WIDE = LEAST_TOKENS - Fingerprints.RUN + 1;

  private DuplicateFinder() {}

  /// A text to compare.
  ///
  /// @param id its name
  /// @param text all of it
  public record Text(String id, String text) {}

  /// All pairs that share passages, by the place of the first and then the second text.
  ///
  /// @throws IllegalArgumentException for more than 16 million texts
  public static List<Duplicate> find(List<Text> texts) {
    if (texts.size() >= 1 << DOCUMENT_BITS) {
      throw new IllegalArgumentException("too many texts at once: " + texts.size());
    }
    TokenHashes[] tokens =
        texts.parallelStream().map(text -> TokenHashes.of(text.text())).toArray(TokenHashes[]::new);
    long[] pairs = candidates(tokens);
    return Arrays.stream(pairs)
        .parallel()
        .mapToObj(pair -> {
          int first = (int) (pair >>> DOCUMENT_BITS);
          int second = (int) (pair & ((1 << DOCUMENT_BITS) - 1));
          return proof(
              texts.get(first).id(), tokens[first], texts.get(second).id(), tokens[second]);
        })
        .flatMap(List::stream)
        .toList();
  }

  /// Keys by which a text's copies can be looked up in a store of texts: two texts that share a run
  /// of twenty tokens share at least one. Same on every machine; they may be kept.
  ///
  /// @return distinct, of 40 bits, ascending; none for a text of fewer than six tokens
  public static long[] keys(String text) {
    return Fingerprints.of(TokenHashes.of(text), WIDE);
  }

  /// What two texts are to each other; empty if they share too little to speak of.
  public static Optional<Duplicate> findCopy(Text first, Text second) {
    return proof(
            first.id(), TokenHashes.of(first.text()), second.id(), TokenHashes.of(second.text()))
        .stream()
        .findFirst();
  }

  /// What two texts share; empty if not enough to speak of.
  public static List<SharedPassage> compare(String first, String second) {
    return proof("", TokenHashes.of(first), "", TokenHashes.of(second)).stream()
        .flatMap(duplicate -> duplicate.passages().stream())
        .toList();
  }

  private static List<Duplicate> proof(
      String firstId, TokenHashes first, String secondId, TokenHashes second) {
    List<SharedPassage> passages = Aligner.align(first, second);
    int shared = passages.stream().mapToInt(SharedPassage::tokens).sum();
    int shorter = Math.min(first.size(), second.size());
    // A text shorter than a sentence must stand in the other nearly whole.
    if (shared < Math.min(LEAST_TOKENS, 0.9 * shorter) || passages.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Duplicate(
            firstId,
            secondId,
            (double) shared / first.size(),
            (double) shared / second.size(),
            passages));
  }

  /// Pairs of text numbers in one long each, ascending, that share enough rare fingerprints.
  private static long[] candidates(TokenHashes[] tokens) {
    long[][] prints =
        Arrays.stream(tokens)
            .parallel()
            .map(own -> Fingerprints.of(own, Fingerprints.CLOSE))
            .toArray(long[][]::new);
    long[] all = new long[Arrays.stream(prints).mapToInt(own -> own.length).sum()];
    int size = 0;
    for (int i = 0; i < prints.length; i++) {
      for (long print : prints[i]) {
        all[size++] = print << DOCUMENT_BITS | i;
      }
    }
    Arrays.parallelSort(all);
    var shared = new LongList();
    for (int from = 0; from < all.length; ) {
      int to = from;
      while (to < all.length && all[to] >>> DOCUMENT_BITS == all[from] >>> DOCUMENT_BITS) {
        to++;
      }
      if (to - from <= MOST_TEXTS) {
        addPairs(all, from, to, shared);
      }
      from = to;
    }
    long[] pairs = shared.toArray();
    Arrays.parallelSort(pairs);
    var enough = new LongList();
    for (int from = 0; from < pairs.length; ) {
      int to = from;
      while (to < pairs.length && pairs[to] == pairs[from]) {
        to++;
      }
      if (to - from >= LEAST_SHARED || shortest(tokens, pairs[from]) < 2 * LEAST_TOKENS) {
        enough.add(pairs[from]);
      }
      from = to;
    }
    return enough.toArray();
  }

  private static int shortest(TokenHashes[] tokens, long pair) {
    return Math.min(
        tokens[(int) (pair >>> DOCUMENT_BITS)].size(),
        tokens[(int) (pair & ((1 << DOCUMENT_BITS) - 1))].size());
  }

  private static void addPairs(long[] marks, int from, int to, LongList pairs) {
    long mask = (1L << DOCUMENT_BITS) - 1;
    for (int a = from; a < to; a++) {
      for (int b = a + 1; b < to; b++) {
        pairs.add((marks[a] & mask) << DOCUMENT_BITS | (marks[b] & mask));
      }
    }
  }

  /// A growing list of longs.
  private static final class LongList {
    private long[] values = new long[1 << 12];
    private int size;

    void add(long value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    long[] toArray() {
      return Arrays.copyOf(values, size);
    }
  }
}
