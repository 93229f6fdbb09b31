package org.ronghe.cli;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/// How many cells of a terminal a text takes: two for each Chinese, Japanese or Korean character,
/// none for a combining mark (Unicode Standard Annex 11, classes W and F).
final class DisplayWidth {
  private static final Set<UnicodeScript> WIDE =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.HANGUL,
          UnicodeScript.BOPOMOFO);

  private DisplayWidth() {}

  static int of(String text) {
    return text.codePoints().map(DisplayWidth::of).sum();
  }

  /// `text` cut to at most `cells`, ending with an ellipsis if anything was cut.
  static String cut(String text, int cells) {
    if (of(text) <= cells) {
      return text;
    }
    var kept = new StringBuilder();
    int width = 0;
    for (int codePoint : text.codePoints().toArray()) {
      width += of(codePoint);
      if (width > cells - 1) {
        break;
      }
      kept.appendCodePoint(codePoint);
    }
    return kept.append('…').toString();
  }

  private static int of(int codePoint) {
    int type = Character.getType(codePoint);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || type == Character.FORMAT
        || Character.isISOControl(codePoint)) {
      return 0;
    }
    if (codePoint < 0x1100) {
      return 1;
    }
    boolean halfWidth = codePoint >= 0xFF61 && codePoint <= 0xFFDC;
    return !halfWidth && (WIDE.contains(UnicodeScript.of(codePoint)) || isWideSign(codePoint))
        ? 2
        : 1;
  }

  private static boolean isWideSign(int codePoint) {
    return (codePoint >= 0x3000 && codePoint <= 0x303E) // punctuation
        || (codePoint >= 0x3200 && codePoint <= 0x33FF) // enclosed letters and units
        || (codePoint >= 0xFF01 && codePoint <= 0xFF60) // full-width forms
        || (codePoint >= 0xFFE0 && codePoint <= 0xFFE6)
        || (codePoint >= 0x1F300 && codePoint <= 0x1FAFF); // pictographs
  }
}
