package org.ronghe.platform.facts;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

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
  LABORATORY,
  CENTRE,
  INCUBATOR,
  PILOT_PLATFORM,
  JOINT_LABORATORY,
  FUND,
  OTHER;

  private static final Set<OrganisationKind> FACILITIES =
      Collections.unmodifiableSet(EnumSet.range(LABORATORY, FUND));

  /// The kinds that the directory of places of innovation lists: laboratories, centres, incubators,
  /// pilot platforms, joint laboratories, funds.
  public static Set<OrganisationKind> facilities() {
    return FACILITIES;
  }

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
