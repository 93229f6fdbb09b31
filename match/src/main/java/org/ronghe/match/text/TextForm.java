package org.ronghe.match.text;

/// Letters as they are compared: full-width forms of ASCII become ASCII, one character for one, so
/// that places in the folded text are places in the text.
public final class TextForm {
  private TextForm() {}

  /// The text with full-width letters, digits and signs made plain. Same length.
  public static String folded(String text) {
    StringBuilder folded = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char plain = c >= 0xFF01 && c <= 0xFF5E ? (char) (c - 0xFEE0) : c == 0x3000 ? ' ' : c;
      if (plain != c && folded == null) {
        folded = new StringBuilder(text);
      }
      if (folded != null) {
        folded.setCharAt(i, plain);
      }
    }
    return folded == null ? text : folded.toString();
  }

  /// Whether a character is a Chinese one (of the basic planes, as almost all are).
  public static boolean isHan(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || c == 0x3007;
  }

  /// The share of Chinese characters among the letters of a text, 0 without letters.
  public static double hanShare(String text) {
    int han = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHan(c)) {
        han++;
        letters++;
      } else if (Character.isLetter(c)) {
        letters++;
      }
    }
    return letters == 0 ? 0 : (double) han / letters;
  }
}
