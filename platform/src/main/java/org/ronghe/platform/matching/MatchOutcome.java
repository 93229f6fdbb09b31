package org.ronghe.platform.matching;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What somebody decided about an offer for a need, and what that says of the match: from 1, not
/// relevant, to 4, it fits. Who declines for the price still found what they looked for.
public enum MatchOutcome {
  /// It fits.
  ACCEPTED(4),
  /// Declined for price, rights or partner.
  TERMS(3),
  /// Declined since it is not ripe.
  EARLY(3),
  /// Declined since it does not meet the demands.
  DEMANDS(2),
  /// Declined since it is about something else.
  UNRELATED(1);

  private final int level;

  MatchOutcome(int level) {
    this.level = level;
  }

  public int level() {
    return level;
  }

  /// In lower case, as in tables and addresses.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<MatchOutcome> find(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
