package org.ronghe.platform.facts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What kind an organisation is.
public enum OrganisationKind {
  ENTERPRISE,
  UNIVERSITY,
  INSTITUTE,
  HOSPITAL,
  GOVERNMENT,
  FINANCE,
  INTERMEDIARY,
  PARK,
  OTHER;

  /// The word in the database and in the API.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The key of its name among the texts.
  public String textKey() {
    return "facts.organisation-kind." + code();
  }

  /// The kind of a word.
  public static Optional<OrganisationKind> find(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
