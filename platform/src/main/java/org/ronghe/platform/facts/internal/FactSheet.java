package org.ronghe.platform.facts.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Fact;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.AttributeGroup;
import org.ronghe.platform.facts.dictionary.AttributeType;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.facts.dictionary.Period;

/// Facts as a page shows them: by group, yearly figures as a table, the others as a list.
///
/// @param groups those with facts, in the dictionary's order
public record FactSheet(List<Group> groups) {
  /// A title that ends within so many days is said to lapse soon.
  static final int SOON_DAYS = 180;

  /// Of what lapsed, so many days are looked back.
  static final int LAPSED_DAYS = 365;

  public FactSheet {
    groups = List.copyOf(groups);
  }

  /// A group of attributes.
  ///
  /// @param years the columns of the yearly figures, newest first
  public record Group(
      AttributeGroup group, List<Integer> years, List<Row> figures, List<Line> lines) {
    public Group {
      years = List.copyOf(years);
      figures = List.copyOf(figures);
      lines = List.copyOf(lines);
    }
  }

  /// The yearly figures of an attribute.
  ///
  /// @param byYear the facts of each year; several where several values can hold at once
  public record Row(Attribute attribute, Map<Integer, List<Fact>> byYear) {
    /// The facts of a year.
    public List<Fact> of(int year) {
      return byYear.getOrDefault(year, List.of());
    }
  }

  /// A fact that holds from a day on.
  ///
  /// @param lapse whether and when it ends
  public record Line(Attribute attribute, Fact fact, Lapse lapse) {}

  /// How a fact ends.
  public enum Lapse {
    NONE,
    SOON,
    LAPSED
  }

  /// What stands on the page as of a day.
  ///
  /// @param known all facts known, whatever days they hold on
  static FactSheet of(Dictionary dictionary, List<Fact> known, LocalDate day) {
    var byAttribute = new LinkedHashMap<String, List<Fact>>();
    known.forEach(
        fact -> byAttribute.computeIfAbsent(fact.attribute(), _ -> new ArrayList<>()).add(fact));
    var collected = new LinkedHashMap<String, Collected>();
    for (Attribute attribute : dictionary.attributes()) {
      List<Fact> facts = byAttribute.getOrDefault(attribute.key(), List.of());
      if (!facts.isEmpty()) {
        collected
            .computeIfAbsent(attribute.group().key(), _ -> new Collected(attribute.group()))
            .add(attribute, facts, day);
      }
    }
    return new FactSheet(
        collected.values().stream().filter(Collected::any).map(Collected::group).toList());
  }

  /// How a fact ends, seen from a day.
  static Lapse lapse(Attribute attribute, @Nullable LocalDate end, LocalDate day) {
    if (end == null || attribute.type() != AttributeType.TITLE) {
      return Lapse.NONE;
    }
    if (!end.isAfter(day)) {
      return Lapse.LAPSED;
    }
    return ChronoUnit.DAYS.between(day, end) <= SOON_DAYS ? Lapse.SOON : Lapse.NONE;
  }

  private static final class Collected {
    private final AttributeGroup group;
    private final TreeSet<Integer> years = new TreeSet<>(java.util.Comparator.reverseOrder());
    private final List<Row> figures = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    Collected(AttributeGroup group) {
      this.group = group;
    }

    void add(Attribute attribute, List<Fact> facts, LocalDate day) {
      if (attribute.period() == Period.YEAR) {
        var byYear = new TreeMap<Integer, List<Fact>>();
        for (Fact fact : facts) {
          fact.valid()
              .findYear()
              .filter(year -> year <= day.getYear())
              .ifPresent(year -> byYear.computeIfAbsent(year, _ -> new ArrayList<>()).add(fact));
        }
        if (!byYear.isEmpty()) {
          years.addAll(byYear.keySet());
          figures.add(new Row(attribute, byYear));
        }
        return;
      }
      for (Fact fact : facts) {
        LocalDate from = fact.valid().from();
        Lapse lapse = lapse(attribute, fact.valid().to(), day);
        boolean begun = from == null || !from.isAfter(day);
        boolean shown =
            attribute.period() == Period.POINT
                || fact.valid().contains(day)
                || (lapse == Lapse.LAPSED && recently(fact, day));
        if (begun && shown) {
          lines.add(
              new Line(attribute, fact, attribute.period() == Period.POINT ? Lapse.NONE : lapse));
        }
      }
    }

    private static boolean recently(Fact fact, LocalDate day) {
      LocalDate end = fact.valid().to();
      return end != null && ChronoUnit.DAYS.between(end, day) <= LAPSED_DAYS;
    }

    boolean any() {
      return !figures.isEmpty() || !lines.isEmpty();
    }

    Group group() {
      return new Group(group, List.copyOf(years), figures, lines);
    }
  }
}
