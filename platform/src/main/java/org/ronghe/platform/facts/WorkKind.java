package org.ronghe.platform.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind a work is.
public enum WorkKind {
  ACHIEVEMENT,
  PUBLICATION,
  PATENT,
  SOFTWARE,
  STANDARD,
  CONTRACT,
  OTHER;

  /// The word in the database and in the API.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The key of its name among the texts.
  public String textKey() {
    return "facts.work-kind." + code();
  }

  /// The kind of a word.
  public static Optional<WorkKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
