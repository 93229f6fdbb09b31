package org.ronghe.platform.ranking.internal;

import java.util.List;
import org.ronghe.platform.ranking.RankingHead.Words;

/// A cluster beyond its figures.
///
/// @param cities largest first
/// @param organisations largest first
/// @param fields largest first
/// @param partners clusters it works with most, largest first
/// @param trend counts by year and metric
public record Profile(
    List<Amount> cities,
    List<Amount> organisations,
    List<Amount> fields,
    List<Partner> partners,
    List<Year> trend) {
  /// Nothing is known beyond the figures.
  static final Profile NONE = new Profile(List.of(), List.of(), List.of(), List.of(), List.of());

  public Profile {
    cities = List.copyOf(cities);
    organisations = List.copyOf(organisations);
    fields = List.copyOf(fields);
    partners = List.copyOf(partners);
    trend = List.copyOf(trend);
  }

  /// A named part.
  public record Amount(Words name, String id, double count) {}

  /// Another cluster.
  public record Partner(int label, Words name, double strength) {}

  /// A count of one metric in one year.
  public record Year(int year, String metric, double count) {}
}
