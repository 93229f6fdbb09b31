package org.ronghe.atlas.locate;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.atlas.problem.RejectCode;
import org.ronghe.atlas.source.ExclusionReason;

/// What happened to records and contributions on their way in; every count of a run's data quality.
public final class Tally {
  private long read;
  private long duplicates;
  private long truncated;
  private long contributions;
  private double weightCounted;
  private double weightLocated;
  private double weightUnlocated;
  private final Map<ExclusionReason, Long> excluded = new EnumMap<>(ExclusionReason.class);
  private final long[] locatedBy = new long[LocatedBy.values().length];
  private final Map<RejectCode, Long> rejects = new EnumMap<>(RejectCode.class);

  void addRead(long records) {
    read += records;
  }

  void addDuplicate() {
    duplicates++;
  }

  void addTruncated() {
    truncated++;
  }

  void addExcluded(ExclusionReason reason, long records) {
    excluded.merge(reason, records, Long::sum);
  }

  void addReject(RejectCode code) {
    rejects.merge(code, 1L, Long::sum);
  }

  void addContribution(LocatedBy way, double weight) {
    contributions++;
    locatedBy[way.code()]++;
    if (way == LocatedBy.UNLOCATED) {
      weightUnlocated += weight;
    } else {
      weightLocated += weight;
    }
  }

  void addCounted(double weight) {
    weightCounted += weight;
  }

  /// Records read, those later excluded or found duplicate included.
  public long read() {
    return read;
  }

  /// Records whose id was read before.
  public long duplicates() {
    return duplicates;
  }

  /// Records that count although their author list is cut short.
  public long truncated() {
    return truncated;
  }

  /// Contributions of the records that count.
  public long contributions() {
    return contributions;
  }

  /// Sum of the weights of the records that count.
  public double weightCounted() {
    return weightCounted;
  }

  /// Fractional sum of the located contributions.
  public double weightLocated() {
    return weightLocated;
  }

  /// Fractional sum of the unlocated contributions.
  public double weightUnlocated() {
    return weightUnlocated;
  }

  /// Records the method leaves out, by reason.
  public Map<ExclusionReason, Long> excluded() {
    return excluded;
  }

  /// Contributions by how they were located, every way present.
  public Map<LocatedBy, Long> locatedBy() {
    var all = new LinkedHashMap<LocatedBy, Long>();
    for (var way : LocatedBy.values()) {
      all.put(way, locatedBy[way.code()]);
    }
    return all;
  }

  /// Rejects by code.
  public Map<RejectCode, Long> rejects() {
    return rejects;
  }
}
