package org.ronghe.atlas.method;

import java.util.List;
import java.util.Set;

/// A published (or a user's own) way to get from records to a ranking, as dated data.
///
/// @param id such as `gii-2024`
/// @param title in both languages
/// @param unit what is ranked
/// @param metrics what is counted, in order, at least one
/// @param records which records count
/// @param cluster how places become clusters; ignored when the unit is the city
/// @param score how counts become a score
/// @param values every value with its source, for the reader of the report
public record Method(
    String id,
    Bilingual title,
    Unit unit,
    List<MetricRule> metrics,
    RecordRule records,
    ClusterRule cluster,
    ScoreRule score,
    List<MethodValue> values) {

  public Method {
    metrics = List.copyOf(metrics);
    values = List.copyOf(values);
    if (metrics.isEmpty()) {
      throw new IllegalArgumentException("method " + id + " counts nothing");
    }
  }

  /// What is ranked.
  public enum Unit {
    /// Clusters found by density.
    CLUSTER,
    /// Cities of the gazetteer.
    CITY
  }

  /// How a record counts for the clusters its contributions lie in.
  public enum Counting {
    /// Split over persons, then over each person's affiliations.
    FRACTIONAL,
    /// Once for every cluster it touches.
    FULL
  }

  /// What happens to records whose author list the source cut short.
  public enum TruncatedAuthors {
    /// The listed authors share the whole record.
    LISTED,
    /// The record does not count.
    EXCLUDED
  }

  /// What a point weighs when density is measured.
  public enum WeightedBy {
    /// Every contribution weighs 1.
    CONTRIBUTIONS,
    /// Every contribution weighs its fraction of the record.
    FRACTIONS
  }

  /// One metric.
  ///
  /// @param id column-name token such as `pct`
  /// @param label in both languages
  /// @param kind the records it counts: `publication`, `patent`, `deal` …
  /// @param fromYear first year, inclusive
  /// @param toYear last year, inclusive
  /// @param counting how a record counts
  /// @param weight of its share in the score
  /// @param synonyms other column names in a table of counts
  public record MetricRule(
      String id,
      Bilingual label,
      String kind,
      int fromYear,
      int toYear,
      Counting counting,
      double weight,
      List<String> synonyms) {
    public MetricRule {
      synonyms = List.copyOf(synonyms);
    }

    /// The same metric over other years.
    public MetricRule over(int from, int to) {
      return new MetricRule(id, label, kind, from, to, counting, weight, synonyms);
    }
  }

  /// Which records count; an empty set admits everything.
  ///
  /// @param types OpenAlex work types
  /// @param retracted whether retracted works count
  /// @param paratext whether paratext counts
  /// @param truncatedAuthors what happens to truncated author lists
  /// @param journals ISSNs
  /// @param fields fields of science
  public record RecordRule(
      Set<String> types,
      boolean retracted,
      boolean paratext,
      TruncatedAuthors truncatedAuthors,
      Set<String> journals,
      Set<String> fields) {
    public RecordRule {
      types = Set.copyOf(types);
      journals = Set.copyOf(journals);
      fields = Set.copyOf(fields);
    }
  }

  /// How places become clusters.
  ///
  /// @param radiusKm great-circle radius, above 0
  /// @param minWeight least weight within the radius of a core point
  /// @param weightedBy what a point weighs
  /// @param mergeGapKm clusters nearer than this merge when their tie is the strongest; 0 never
  /// @param mostCities how many cities name a cluster, 1 to 3
  /// @param cityLeastShare a city names a cluster from this share of the largest city's on
  /// @param economyLeastShare an economy is listed from this share of the cluster on
  public record ClusterRule(
      double radiusKm,
      MinWeight minWeight,
      WeightedBy weightedBy,
      double mergeGapKm,
      int mostCities,
      double cityLeastShare,
      double economyLeastShare) {}

  /// How counts become a score: the weighted shares of the world total in percent are added.
  ///
  /// @param decimals of the printed score; ranks are made on unrounded values
  public record ScoreRule(int decimals) {}

  /// The least weight of a core point's neighbourhood.
  public sealed interface MinWeight {
    /// The weight itself when all contributions together weigh `total`.
    double of(double total);
  }

  /// A weight as such.
  public record AbsoluteWeight(double weight) implements MinWeight {
    @Override
    public double of(double total) {
      return weight;
    }
  }

  /// A share of the weight of all located contributions.
  ///
  /// @param share 0 to 1
  public record ShareOfAll(double share) implements MinWeight {
    @Override
    public double of(double total) {
      return share * total;
    }
  }
}
