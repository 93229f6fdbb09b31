package org.ronghe.platform.facts.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.web.View;

/// The two times that a reader looks at a subject as of.
///
/// @param day the day in the world
/// @param known what the node took to be so at that moment; null for now
/// @param dayChosen whether the reader chose another day than today
/// @param fault which of the two cannot be read; empty where both can
/// @param knownText as it stands in the control
public record AsOfChoice(
    LocalDate day, @Nullable Instant known, boolean dayChosen, String fault, String knownText) {

  /// Reads `day` and `known` of the page's address. `known` without a time is the end of that day.
  static AsOfChoice of(View view) {
    ZoneId zone = view.shell().zone();
    LocalDate today = LocalDate.now(zone);
    String dayText = view.parameter("day").strip();
    String knownText = view.parameter("known").strip();
    LocalDate day = today;
    Instant known = null;
    String fault = "";
    try {
      day = dayText.isEmpty() ? today : within(LocalDate.parse(dayText));
    } catch (DateTimeException e) {
      fault = "day";
    }
    try {
      known = knownText.isEmpty() ? null : moment(knownText, zone);
    } catch (DateTimeException e) {
      fault = "known";
    }
    return new AsOfChoice(day, known, !day.equals(today), fault, knownText);
  }

  private static LocalDate within(LocalDate day) {
    if (day.getYear() < 1000 || day.getYear() > 2999) {
      throw new DateTimeException("far away: " + day);
    }
    return day;
  }

  private static Instant moment(String text, ZoneId zone) {
    boolean dayOnly = !text.contains("T");
    LocalDate day = within(LocalDate.parse(dayOnly ? text : text.substring(0, 10)));
    LocalTime time = dayOnly ? LocalTime.MAX : LocalDateTime.parse(text).toLocalTime();
    return day.atTime(time).atZone(zone).toInstant();
  }

  /// Whether another state than the present one is looked at.
  public boolean past() {
    return dayChosen || known != null;
  }
}
