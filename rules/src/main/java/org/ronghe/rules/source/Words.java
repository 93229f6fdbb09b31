package org.ronghe.rules.source;

/// A text in both languages.
public record Words(String zh, String en) {
  public static final Words NONE = new Words("", "");

  /// The same text for both, such as a document's number.
  public static Words same(String text) {
    return new Words(text, text);
  }

  public String in(Language language) {
    return language == Language.CHINESE ? zh : en;
  }

  public boolean isEmpty() {
    return zh.isEmpty() && en.isEmpty();
  }
}
