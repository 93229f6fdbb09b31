package org.ronghe.match.text;

/// The two languages texts are read in.
public enum Tongue {
  CHINESE,
  ENGLISH;

  /// A Chinese character says about as much as three Latin letters, so a text is Chinese from a
  /// quarter of Chinese characters on; a text of neither counts as English.
  private static final double CHINESE_FROM = 0.25;

  /// The language a text is mostly in.
  public static Tongue of(String text) {
    return TextForm.hanShare(text) >= CHINESE_FROM ? CHINESE : ENGLISH;
  }

  /// The other one.
  public Tongue other() {
    return this == CHINESE ? ENGLISH : CHINESE;
  }
}
