package org.ronghe.platform.search;

import java.util.Locale;
import java.util.Optional;

/// What can be found, in the order in which results are shown.
public enum SearchKind {
  ORGANISATION(1),
  PERSON(2);

  private final int number;

  SearchKind(int number) {
    this.number = number;
  }

  /// The number it has in an index, which stays when kinds are added.
  public int number() {
    return number;
  }

  /// The code in addresses, in the API, in the database and in keys of texts.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The kind of a code.
  public static Optional<SearchKind> find(String code) {
    for (SearchKind kind : values()) {
      if (kind.code().equals(code)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
