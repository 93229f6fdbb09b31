package org.ronghe.atlas.rank;

import java.util.List;
import org.ronghe.atlas.method.Bilingual;

/// A cluster beyond its counts.
///
/// @param place where it lies and who lives there
/// @param cities contributing cities, largest first
/// @param organisations top organisations, largest first
/// @param fields top fields of science, largest first
/// @param partners the clusters it works with most, largest first
/// @param trend the count of each metric by year, in order
/// @param contributions how many contributions lie in it
public record Profile(
    Place place,
    List<Amount> cities,
    List<Amount> organisations,
    List<Amount> fields,
    List<Partner> partners,
    List<YearCount> trend,
    long contributions) {

  public Profile {
    cities = List.copyOf(cities);
    organisations = List.copyOf(organisations);
    fields = List.copyOf(fields);
    partners = List.copyOf(partners);
    trend = List.copyOf(trend);
  }

  /// Where a cluster lies.
  ///
  /// @param latDegrees of the weighted centre
  /// @param lonDegrees of the weighted centre, -180 to 180
  /// @param population inhabitants of the gazetteer places inside the outline, 0 if none is known
  /// @param outline polygons, each a list of closed rings (outer first) of [lon, lat] degrees,
  ///   already cut at the antimeridian as RFC 7946 asks
  public record Place(
      double latDegrees, double lonDegrees, long population, List<List<List<LonLat>>> outline) {
    public Place {
      outline = List.copyOf(outline);
    }
  }

  /// A position in degrees.
  public record LonLat(double lonDegrees, double latDegrees) {}

  /// A named share of the cluster: its fractional count over all metrics' records.
  public record Amount(String name, String id, double count) {}

  /// Another cluster it works with.
  ///
  /// @param label the other cluster's label
  /// @param name the other cluster's name
  /// @param strength fractional joint records
  public record Partner(int label, Bilingual name, double strength) {}

  /// The fractional count of one metric in one year.
  public record YearCount(int year, String metric, double count) {}
}
