package org.ronghe.platform.text;

import java.util.Locale;
import java.util.Optional;

/// A language the node speaks.
public enum Language {
  ENGLISH("en", Locale.ENGLISH),
  CHINESE("zh", Locale.SIMPLIFIED_CHINESE);

  private final String code;
  private final Locale locale;

  Language(String code, Locale locale) {
    this.code = code;
    this.locale = locale;
  }

  /// The ISO 639-1 code, as in `lang="zh"` and in the names of files of texts.
  public String code() {
    return code;
  }

  /// The locale that numbers and dates are written in.
  public Locale locale() {
    return locale;
  }

  /// The language of a code such as `zh`, `zh-CN` or `en_GB`.
  public static Optional<Language> find(String code) {
    for (Language language : values()) {
      if (code.toLowerCase(Locale.ROOT).matches(language.code + "([-_].*)?")) {
        return Optional.of(language);
      }
    }
    return Optional.empty();
  }

  /// The other one, for a switch.
  public Language other() {
    return this == ENGLISH ? CHINESE : ENGLISH;
  }
}
