package org.ronghe.platform.facts.internal;

import java.util.List;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;

/// A list of subjects on screen.
///
/// @param path of the list: `/organisations`
/// @param feature in keys of texts: `organisations`
/// @param kinds that can be filtered by
public record SubjectListPage(
    View view, String path, String feature, List<Choice> kinds, Listing<Line> rows) {
  public SubjectListPage {
    kinds = List.copyOf(kinds);
  }

  /// Something to choose.
  public record Choice(String code, String name) {}

  /// A row.
  ///
  /// @param place where it is, or who keeps it
  public record Line(long id, String name, String other, String kind, String place, String status) {}
}
