package org.ronghe.match.bridge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/// Chinese words with short English meanings: CC-CEDICT, CC BY-SA 4.0, a data file of its own with
/// its own licence (see NOTICE). Not changed after loading.
public final class BilingualDictionary {
  private static final String RESOURCE = "cc-cedict.tsv.gz";

  /// Longer meanings are explanations, not what stands in a text.
  private static final int LONGEST_PHRASE = 4;

  private static final int MOST_WORDS_FOR_PHRASE = 3;

  private final Map<String, List<String>> english;
  private final Map<String, List<String>> chinese;
  private final int longestWord;

  private BilingualDictionary(Map<String, List<String>> english) {
    this.english = english;
    this.longestWord = english.keySet().stream().mapToInt(String::length).max().orElse(0);
    this.chinese = reversed(english);
  }

  /// Reads the dictionary that comes along: about 113,000 words, 0.3 s, 60 MB.
  public static BilingualDictionary load() {
    Map<String, List<String>> english = new HashMap<>(1 << 18);
    try (InputStream in = BilingualDictionary.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + RESOURCE);
      }
      var reader =
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int tab = line.indexOf('\t');
        english.put(line.substring(0, tab), List.of(line.substring(tab + 1).split("\\|", -1)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new BilingualDictionary(english);
  }

  /// A meaning's best words: those that have it first, then the usual two characters, then those of
  /// the smaller code points, so that the order is total.
  private static Map<String, List<String>> reversed(Map<String, List<String>> english) {
    record Entry(String word, int rank) {}
    Map<String, List<Entry>> entries = new HashMap<>(1 << 18);
    english.forEach((word, meanings) -> {
      for (int rank = 0; rank < meanings.size(); rank++) {
        String phrase = meanings.get(rank).toLowerCase(Locale.ROOT);
        if (phrase.chars().filter(c -> c == ' ').count() < LONGEST_PHRASE) {
          entries.computeIfAbsent(phrase, key -> new ArrayList<>()).add(new Entry(word, rank));
        }
      }
    });
    Map<String, List<String>> chinese = new HashMap<>(2 * entries.size());
    Comparator<Entry> best =
        Comparator.comparingInt(Entry::rank)
            .thenComparingInt(entry -> Math.abs(entry.word().length() - 2))
            .thenComparing(Entry::word);
    entries.forEach((phrase, words) ->
        chinese.put(
            phrase,
            words.stream().sorted(best).map(Entry::word).limit(MOST_WORDS_FOR_PHRASE).toList()));
    return chinese;
  }

  /// English meanings of a Chinese word, the usual one first; none if it is unknown.
  public List<String> english(String word) {
    return english.getOrDefault(word, List.of());
  }

  /// Chinese words for an English word or phrase in lower case; none if it is unknown.
  public List<String> chinese(String phrase) {
    return chinese.getOrDefault(phrase, List.of());
  }

  boolean knows(String word) {
    return english.containsKey(word);
  }

  int longestWord() {
    return longestWord;
  }
}
