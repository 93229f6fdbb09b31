package org.ronghe.platform.facts;

import org.ronghe.platform.text.Language;

/// A subject's name in Chinese and in English; one of them may be empty.
public record Names(String zh, String en) {
  public Names {
    zh = zh.strip();
    en = en.strip();
  }

  /// The name in that language, or the other one where it has none.
  public String in(Language language) {
    String wanted = language == Language.CHINESE ? zh : en;
    return wanted.isEmpty() ? main() : wanted;
  }

  /// The name that lists are sorted by: the Chinese one where there is one.
  public String main() {
    return zh.isEmpty() ? en : zh;
  }
}
