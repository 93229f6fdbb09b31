package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.AchievementState;
import org.ronghe.platform.registry.WorkClass;

/// A pool of achievements that the bureau keeps an eye on for a time. No document gives figures for
/// entering one: that concept validation sits at levels 3 to 5 and pilot scale at 6 to 8 is a
/// common reading, the terms are the node's own.
public enum Pool {
  /// Key achievements: anything registered, for two years.
  KEY(1, 9, 24),
  /// Proof of concept: applied technology at readiness 3 to 5, for a year.
  CONCEPT(3, 5, 12),
  /// Pilot scale: applied technology at readiness 6 to 8, for a year and a half.
  PILOT(6, 8, 18);

  private final int least;
  private final int most;
  private final int months;

  Pool(int least, int most, int months) {
    this.least = least;
    this.most = most;
    this.months = months;
  }

  /// The word in the database and in keys of texts.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The words of all pools.
  static List<String> codes() {
    return Arrays.stream(values()).map(Pool::code).toList();
  }

  /// How long a stay is, in months.
  public int months() {
    return months;
  }

  /// The pool of a word.
  public static Optional<Pool> find(String code) {
    return Arrays.stream(values()).filter(pool -> pool.code().equals(code)).findFirst();
  }

  /// The rules that an achievement does not meet: keys of texts, with the levels as values.
  List<String> unmet(Achievement achievement) {
    var unmet = new ArrayList<String>();
    if (!(achievement.state() instanceof AchievementState.Registered)) {
      unmet.add(Faults.words("registry.pool.rule.registered"));
    }
    if (this != KEY) {
      if (!achievement.form().value("work_class").equals(WorkClass.APPLIED.code())) {
        unmet.add(Faults.words("registry.pool.rule.applied"));
      }
      String level = achievement.form().value("trl_level");
      int trl = level.matches("[1-9]") ? Integer.parseInt(level) : 0;
      if (trl < least || trl > most) {
        unmet.add(Faults.words("registry.pool.rule.level", least, most));
      }
    }
    return unmet;
  }
}
