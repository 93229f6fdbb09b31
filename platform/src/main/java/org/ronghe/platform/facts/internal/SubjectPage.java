package org.ronghe.platform.facts.internal;

import java.util.List;
import java.util.Map;
import org.ronghe.platform.web.View;

/// A subject on screen.
///
/// @param path of the list it stands in
/// @param feature of that list in keys of texts
/// @param times the two times it is seen at
/// @param years the figures by year
/// @param identifiers with their schemes' names
public record SubjectPage(
    View view,
    String path,
    String feature,
    Head head,
    Times times,
    List<Group> groups,
    Years years,
    List<Known> identifiers) {
  public SubjectPage {
    groups = List.copyOf(groups);
    identifiers = List.copyOf(identifiers);
  }

  /// What is shown of it before any fact.
  ///
  /// @param writable whether the reader may enter facts
  /// @param attributes that can be said of it, by key
  public record Head(
      long id,
      String name,
      String other,
      String kind,
      String place,
      String status,
      boolean writable,
      Map<String, String> attributes) {}

  /// The two times, as the form has them; `recorded` is empty for now.
  public record Times(String day, String recorded) {}

  /// Facts that are shown together.
  public record Group(String name, List<Line> lines) {
    public Group {
      lines = List.copyOf(lines);
    }
  }

  /// A fact.
  ///
  /// @param from whose it was before a merge; empty if it is its own
  public record Line(
      String key, String name, String definition, String value, String days, String from) {}

  /// Figures by year.
  public record Years(List<Integer> years, List<YearLine> lines) {
    public Years {
      years = List.copyOf(years);
      lines = List.copyOf(lines);
    }
  }

  /// One attribute through the years; empty where nothing is known.
  public record YearLine(String key, String name, String definition, List<String> values) {
    public YearLine {
      values = List.copyOf(values);
    }
  }

  /// An identifier.
  ///
  /// @param href its page in the public register; empty if there is none
  public record Known(String scheme, String value, String href, boolean open, String reason) {}
}
