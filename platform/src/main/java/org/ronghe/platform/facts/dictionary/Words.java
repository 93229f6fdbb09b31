package org.ronghe.platform.facts.dictionary;

import org.ronghe.platform.text.Language;

/// A name or a sentence in both languages.
public record Words(String zh, String en) {
  /// The one in that language.
  public String in(Language language) {
    return language == Language.CHINESE ? zh : en;
  }
}
