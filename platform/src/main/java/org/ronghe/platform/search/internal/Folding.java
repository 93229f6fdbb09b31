package org.ronghe.platform.search.internal;

import com.ibm.icu.text.Transliterator;
import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// Makes texts that mean the same the same, and cuts them into tokens.
///
/// Chinese, Japanese and Korean are cut into single characters, all else into words. Case, accents,
/// full width and traditional characters make no difference.
final class Folding {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private final Transliterator simplify = Transliterator.getInstance("Traditional-Simplified");
  // ICU looks a character up in some microseconds; names use a few thousand of them, over and over.
  private final Map<Integer, String> simplified = new ConcurrentHashMap<>();

  /// The tokens of a text, in order. What is neither letter nor digit only separates; an apostrophe
  /// inside a word is passed over, so that Xi'an is one word.
  List<Token> tokens(String text) {
    var tokens = new ArrayList<Token>();
    int wordStart = -1;
    int wordEnd = -1;
    int next;
    for (int at = 0; at < text.length(); at = next) {
      int point = text.codePointAt(at);
      next = at + Character.charCount(point);
      if (isIdeographic(point)) {
        addWord(tokens, text, wordStart, wordEnd);
        wordStart = -1;
        tokens.add(new Token(simplified(point), true, at, next));
      } else if (Character.isLetterOrDigit(point) || isMark(point)) {
        wordStart = wordStart < 0 ? at : wordStart;
        wordEnd = next;
      } else if (!(isApostrophe(point) && wordStart >= 0 && wordEnd == at)) {
        addWord(tokens, text, wordStart, wordEnd);
        wordStart = -1;
      }
    }
    addWord(tokens, text, wordStart, wordEnd);
    return tokens;
  }

  /// All tokens of a text in one string: what two ways of writing a name have in common.
  String joined(String text) {
    var joined = new StringBuilder();
    tokens(text).forEach(token -> joined.append(token.term()));
    return joined.toString();
  }

  private void addWord(List<Token> tokens, String text, int start, int end) {
    if (start < 0) {
      return;
    }
    String folded = word(text.substring(start, end));
    if (!folded.isEmpty()) {
      tokens.add(new Token(folded, false, start, end));
    }
  }

  private static String word(String written) {
    boolean plain = written.chars().allMatch(c -> c < 128 && c != '\'');
    if (plain) {
      return written.toLowerCase(Locale.ROOT);
    }
    String decomposed = Normalizer.normalize(written, Normalizer.Form.NFKD);
    var folded = new StringBuilder();
    MARKS.matcher(decomposed).replaceAll("").codePoints().forEach(point -> fold(point, folded));
    return folded.toString().toLowerCase(Locale.ROOT);
  }

  /// Letters that Unicode does not take apart.
  private static void fold(int point, StringBuilder out) {
    switch (point) {
      case 'ß', 'ẞ' -> out.append("ss");
      case 'æ', 'Æ' -> out.append("ae");
      case 'œ', 'Œ' -> out.append("oe");
      case 'ø', 'Ø' -> out.append('o');
      case 'đ', 'Đ', 'ð', 'Ð' -> out.append('d');
      case 'ł', 'Ł' -> out.append('l');
      case 'þ', 'Þ' -> out.append("th");
      case 'ı', 'İ' -> out.append('i');
      default -> {
        if (!isApostrophe(point)) {
          out.appendCodePoint(point);
        }
      }
    }
  }

  private String simplified(int point) {
    String known = simplified.get(point);
    if (known == null) {
      String written = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
      known = simplify.transliterate(written);
      simplified.put(point, known);
    }
    return known;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isApostrophe(int point) {
    return point == '\'' || point == '’' || point == 'ʼ' || point == '＇';
  }

  private static boolean isIdeographic(int point) {
    if (point < 0x1100) {
      return false;
    }
    if (Character.isIdeographic(point)) {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(point);
    return script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.HANGUL;
  }
}
