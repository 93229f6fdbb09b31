package org.ronghe.platform.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person does.
public enum PersonKind {
  RESEARCHER,
  INVENTOR,
  ENTREPRENEUR,
  TECHNOLOGY_MANAGER,
  EXPERT,
  OTHER;

  /// The word in the database and in the API.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The key of its name among the texts.
  public String textKey() {
    return "facts.person-kind." + code();
  }

  /// The kind of a word.
  public static Optional<PersonKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
