package org.ronghe.platform.registry.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.SqlList;
import org.ronghe.platform.web.View;

/// Achievements on the desk of those who fill them in and those who decide.
///
/// @param names of organisations by id
/// @param counts how many there are by state, as far as lists are counted
/// @param mayEnter whether the reader begins drafts
public record AchievementList(
    View view,
    Listing<Achievement> rows,
    Map<Long, Names> names,
    Map<String, Long> counts,
    boolean mayEnter) {
  public AchievementList {
    names = Map.copyOf(names);
    counts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }

  /// The name of who registers it.
  public String organisation(Achievement row) {
    Names known = names.get(row.organisation());
    return known == null ? "" : known.in(view.language());
  }

  /// What it is called.
  public String title(Achievement row) {
    String english = row.form().value("title_en");
    String chinese = row.form().value("title_zh");
    String title = view.either(english, chinese);
    return title.isEmpty() ? view.text("registry.untitled") : title;
  }

  /// How many are in a state, for reading; far ones are not counted.
  public String count(String state) {
    long count = counts.getOrDefault(state, 0L);
    return count > SqlList.COUNTED ? view.number(SqlList.COUNTED) + "+" : view.number(count);
  }

  /// The tone of a state's tag.
  public static String tone(String state) {
    return switch (state) {
      case "submitted" -> "accent";
      case "sent_back" -> "doubt";
      case "registered" -> "good";
      case "refused", "withdrawn" -> "bad";
      default -> "";
    };
  }

  /// Whether it is late.
  public boolean late(Achievement row) {
    var due = row.duty().due();
    return due != null && due.isBefore(java.time.LocalDate.now(view.shell().zone()));
  }

  /// Whether the list was narrowed.
  public boolean narrowed() {
    return !view.parameter("q").isEmpty()
        || !view.parameter("state").isEmpty()
        || !view.parameter("class").isEmpty()
        || !view.parameter("filter").isEmpty();
  }
}
