package org.ronghe.platform.search;

import java.util.Locale;
import java.util.Optional;

/// What can be found, in the order in which results are shown.
public enum SearchKind {
  ORGANISATION(1, "organisations"),
  PERSON(2, "people"),
  ACHIEVEMENT(3, "achievements");

  private final int number;
  private final String collection;

  SearchKind(int number, String collection) {
    this.number = number;
    this.collection = collection;
  }

  /// The address of the page of one of them.
  public String href(long id) {
    return "/" + collection + "/" + id;
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
