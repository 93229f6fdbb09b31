package org.ronghe.match.bridge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ronghe.match.text.TermReader;
import org.ronghe.match.text.TextForm;
import org.ronghe.match.text.Tongue;

/// Carries a text over into the other language by the dictionary. Safe for threads.
public final class Bridge {
  private static final Pattern PART =
      Pattern.compile("[\\u3400-\\u9fff]+|[\\p{L}\\p{N}&&[^\\u3400-\\u9fff]]+");
  private static final int LONGEST_PHRASE = 4;

  private final BilingualDictionary dictionary;
  private final Segmenter segmenter;
  private final TermReader terms;

  public Bridge(BilingualDictionary dictionary, TermReader terms) {
    this.dictionary = dictionary;
    this.segmenter = new Segmenter(dictionary);
    this.terms = terms;
  }

  /// The text in the other language than it is mostly in.
  public Translation translate(String text, Tongue into) {
    return into == Tongue.ENGLISH ? toEnglish(text) : toChinese(text);
  }

  /// A Chinese text with every word of two characters or more, that has one, replaced by another
  /// word of the same first meaning; signs stay. Made to test what finds reworded copies.
  public String reworded(String text) {
    var reworded = new StringBuilder();
    int at = 0;
    for (MatchResult part : PART.matcher(text).results().toList()) {
      reworded.append(text, at, part.start());
      at = part.end();
      if (TextForm.isHan(part.group().charAt(0))) {
        segmenter.words(part.group()).forEach(word -> reworded.append(other(word)));
      } else {
        reworded.append(part.group());
      }
    }
    return reworded.append(text, at, text.length()).toString();
  }

  private String other(String word) {
    List<String> meanings = word.length() < 2 ? List.of() : dictionary.english(word);
    return meanings.stream()
        .limit(1)
        .flatMap(meaning -> dictionary.chinese(meaning.toLowerCase(Locale.ROOT)).stream())
        .filter(other -> !other.equals(word))
        .findFirst()
        .orElse(word);
  }

  private Translation toEnglish(String text) {
    var words = new ArrayList<String>();
    Map<String, Double> weights = new LinkedHashMap<>();
    Map<String, String> origins = new HashMap<>();
    for (MatchResult part : PART.matcher(TextForm.folded(text)).results().toList()) {
      String run = part.group();
      if (!TextForm.isHan(run.charAt(0))) {
        words.add(run);
        weigh(run, run, weights, origins);
        continue;
      }
      for (String word : segmenter.words(run)) {
        List<String> meanings = dictionary.english(word);
        if (!meanings.isEmpty()) {
          words.add(meanings.getFirst());
        }
        for (String meaning : meanings) {
          weigh(meaning, word, weights, origins);
        }
      }
    }
    return new Translation(String.join(" ", words), weights, origins);
  }

  private Translation toChinese(String text) {
    var words = new ArrayList<String>();
    Map<String, Double> weights = new LinkedHashMap<>();
    Map<String, String> origins = new HashMap<>();
    List<String> parts =
        PART.matcher(TextForm.folded(text).toLowerCase(Locale.ROOT))
            .results()
            .map(MatchResult::group)
            .toList();
    for (int from = 0; from < parts.size(); ) {
      int to = Math.min(parts.size(), from + LONGEST_PHRASE);
      List<String> found = List.of();
      while (to > from && found.isEmpty()) {
        found = chinese(String.join(" ", parts.subList(from, to)));
        if (found.isEmpty()) {
          to--;
        }
      }
      if (found.isEmpty()) {
        words.add(parts.get(from));
        weigh(parts.get(from), parts.get(from), weights, origins);
        from++;
      } else {
        words.add(found.getFirst());
        String phrase = String.join(" ", parts.subList(from, to));
        found.forEach(word -> weigh(word, phrase, weights, origins));
        from = to;
      }
    }
    return new Translation(String.join(" ", words), weights, origins);
  }

  /// Words for a phrase, or for its plain form where the phrase itself is unknown.
  private List<String> chinese(String phrase) {
    List<String> found = dictionary.chinese(phrase);
    if (found.isEmpty() && phrase.length() > 4 && phrase.endsWith("s")) {
      found = dictionary.chinese(phrase.substring(0, phrase.length() - 1));
      if (found.isEmpty() && phrase.endsWith("ies")) {
        found = dictionary.chinese(phrase.substring(0, phrase.length() - 3) + "y");
      } else if (found.isEmpty() && phrase.endsWith("es")) {
        found = dictionary.chinese(phrase.substring(0, phrase.length() - 2));
      }
    }
    if (found.isEmpty() && phrase.length() > 6 && phrase.endsWith("ing")) {
      String stem = phrase.substring(0, phrase.length() - 3);
      found = dictionary.chinese(stem);
      if (found.isEmpty()) {
        found = dictionary.chinese(stem + "e");
      }
    }
    if (found.isEmpty() && phrase.length() > 5 && phrase.endsWith("ed")) {
      found = dictionary.chinese(phrase.substring(0, phrase.length() - 1));
      if (found.isEmpty()) {
        found = dictionary.chinese(phrase.substring(0, phrase.length() - 2));
      }
    }
    return found;
  }

  private void weigh(
      String meaning, String origin, Map<String, Double> weights, Map<String, String> origins) {
    Map<String, Integer> counts = terms.counts(meaning);
    double weight = 1 / Math.sqrt(Math.max(1, counts.size()));
    for (String term : counts.keySet()) {
      weights.merge(term, weight, Math::max);
      origins.putIfAbsent(term, origin);
    }
  }
}
