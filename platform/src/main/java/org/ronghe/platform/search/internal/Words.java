package org.ronghe.platform.search.internal;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.util.automaton.CharacterRunAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;
import org.tartarus.snowball.ext.EnglishStemmer;

/// What is to be known of words written in letters.
final class Words {
  /// Words that say nothing by themselves.
  private static final Set<String> SMALL =
      Set.of(
          "a", "an", "and", "at", "de", "des", "du", "for", "in", "la", "of", "on", "the", "und");

  private static final Pattern ADDRESS = Pattern.compile("^(?i:https?://)?[^/\\s]+\\.[a-z]+/");
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private Words() {}

  /// Whether a search need not insist on the word.
  static boolean isSmall(String word) {
    return SMALL.contains(word);
  }

  /// The English stem (Porter 2) of a folded word.
  static String stem(String word) {
    var stemmer = new EnglishStemmer();
    stemmer.setCurrent(word);
    stemmer.stem();
    return stemmer.getCurrent();
  }

  /// The first letters of a name of several words, small ones passed over; empty if there are fewer
  /// than two.
  static String acronym(List<Token> tokens) {
    var letters = new StringBuilder();
    for (Token token : tokens) {
      if (token.ideographic()) {
        return "";
      }
      if (!isSmall(token.term())) {
        letters.append(token.term().charAt(0));
      }
    }
    return letters.length() < 2 ? "" : letters.toString();
  }

  /// An identifier without separators and without the address before it, as in `https://ror.org/`.
  static String identifier(String written) {
    String bare = ADDRESS.matcher(written.strip()).replaceFirst("");
    return SEPARATORS.matcher(bare).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /// How many letters may be wrong in a word of that length.
  static int typos(String word) {
    return word.length() < 4 ? 0 : word.length() < 8 ? 1 : 2;
  }

  /// Tells words that differ by no more than [#typos].
  static CharacterRunAutomaton near(String word) {
    int typos = typos(word);
    var automaton =
        new LevenshteinAutomata(word.substring(1), true).toAutomaton(typos, word.substring(0, 1));
    return new CharacterRunAutomaton(
        Operations.determinize(automaton, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT));
  }
}
