package org.ronghe.platform.ranking;

import java.time.Instant;
import java.util.List;

/// A ranking without its clusters.
///
/// @param method id of the method, such as `gii-2024`
/// @param title of the method
/// @param note what it is for; may be empty
/// @param clusters how many
/// @param metrics what is counted, in order
/// @param shape how it is printed
/// @param taken when it was taken in, and by whom
public record RankingHead(
    long id,
    String method,
    Words title,
    String note,
    int clusters,
    List<Metric> metrics,
    Shape shape,
    Taken taken) {

  public RankingHead {
    metrics = List.copyOf(metrics);
  }

  /// How it is printed.
  ///
  /// @param scoreDecimals decimals of the printed score
  /// @param places whether clusters have places; not so for a ranking from a table of counts
  public record Shape(int scoreDecimals, boolean places) {}

  /// When it was taken in, and by whom.
  public record Taken(Instant at, String by) {}

  /// Something in both languages.
  public record Words(String english, String chinese) {}

  /// What a method counts.
  ///
  /// @param id such as `pct`
  /// @param world what 100 % is
  public record Metric(String id, Words name, double world) {}
}
