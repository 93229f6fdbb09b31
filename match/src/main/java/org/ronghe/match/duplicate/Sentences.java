package org.ronghe.match.duplicate;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.match.text.TextForm;

/// A text in sentences, with their places. Pieces too short to mean anything by themselves join the
/// next one.
final class Sentences {
  private static final String ENDS = "。！？；!?;\n";
  private static final int LEAST_WEIGHT = 8;

  private Sentences() {}

  /// A stretch of the text.
  ///
  /// @param from first character
  /// @param to one past the last
  record Sentence(int from, int to, String text) {}

  static List<Sentence> of(String text) {
    var sentences = new ArrayList<Sentence>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      boolean stop = ENDS.indexOf(text.charAt(i)) >= 0 || isFullStop(text, i);
      if (stop && weight(text, from, i) >= LEAST_WEIGHT) {
        sentences.add(sentence(text, from, i + 1));
        from = i + 1;
      }
    }
    if (weight(text, from, text.length()) >= LEAST_WEIGHT) {
      sentences.add(sentence(text, from, text.length()));
    } else if (!sentences.isEmpty()) {
      Sentence last = sentences.removeLast();
      sentences.add(sentence(text, last.from(), text.length()));
    }
    return sentences;
  }

  /// A point before a blank or the end, or between Chinese characters, where some set it for `。`;
  /// not that of a figure or of a numbered list.
  private static boolean isFullStop(String text, int at) {
    if (text.charAt(at) != '.') {
      return false;
    }
    if (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1))) {
      return true;
    }
    return TextForm.isHan(text.charAt(at + 1)) && at > 0 && !Character.isDigit(text.charAt(at - 1));
  }

  private static Sentence sentence(String text, int from, int to) {
    int begin = from;
    while (begin < to && Character.isWhitespace(text.charAt(begin))) {
      begin++;
    }
    return new Sentence(begin, to, text.substring(begin, to).strip());
  }

  /// Chinese characters count as they are, a word of letters as two.
  private static int weight(String text, int from, int to) {
    int weight = 0;
    boolean inWord = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (TextForm.isHan(c)) {
        weight++;
        inWord = false;
      } else if (Character.isLetterOrDigit(c)) {
        weight += inWord ? 0 : 2;
        inWord = true;
      } else {
        inWord = false;
      }
    }
    return weight;
  }
}
