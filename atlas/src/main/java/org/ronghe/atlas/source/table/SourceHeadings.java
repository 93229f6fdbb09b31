package org.ronghe.atlas.source.table;

import java.util.List;
import java.util.Set;
import org.ronghe.atlas.problem.ProblemException;

/// Which headings make which kind of table.
final class SourceHeadings {
  /// Points to cluster.
  static final List<ColumnTarget> POINTS =
      List.of(
          ColumnTarget.required("id", "point", "point_id"),
          ColumnTarget.required("lat", "latitude", "lat_degrees"),
          ColumnTarget.required("lon", "lng", "long", "longitude", "lon_degrees"),
          ColumnTarget.required("weight"));

  private static final List<ColumnTarget> COUNTS =
      List.of(
          ColumnTarget.required("name", "cluster", "cluster_name", "city"),
          ColumnTarget.optional("economy"));

  private SourceHeadings() {}

  /// @param columns the headings
  /// @param names the same in lower case
  static SourceKind kind(List<String> columns, Set<String> names) {
    if (names.containsAll(Set.of("patent_id", "patent_type", "patent_date"))) {
      return SourceKind.PATENTSVIEW_PATENT;
    }
    if (names.containsAll(Set.of("patent_id", "inventor_sequence", "inventor_id", "location_id"))) {
      return SourceKind.PATENTSVIEW_INVENTOR;
    }
    if (names.containsAll(Set.of("location_id", "latitude", "longitude"))) {
      return SourceKind.PATENTSVIEW_LOCATION;
    }
    if (names.containsAll(Set.of("patent_id", "disambig_assignee_organization"))) {
      return SourceKind.PATENTSVIEW_ASSIGNEE;
    }
    if (isEvents(columns)) {
      return SourceKind.EVENTS;
    }
    if (resolves(columns, POINTS)) {
      return SourceKind.POINTS;
    }
    return resolves(columns, COUNTS) && columns.size() > 1 ? SourceKind.COUNTS : SourceKind.UNKNOWN;
  }

  private static boolean isEvents(List<String> columns) {
    try {
      EventColumns.of("", columns, ColumnMapping.none());
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }

  private static boolean resolves(List<String> columns, List<ColumnTarget> targets) {
    try {
      ColumnMapping.none().resolve("", columns, targets);
      return true;
    } catch (ProblemException e) {
      return false;
    }
  }
}
