package org.ronghe.atlas.rank;

import java.util.List;
import java.util.Map;

/// What the data could and could not tell, with nothing dropped in silence.
///
/// @param inputs one per file
/// @param steps counts at each step, in order: `records.read`, `records.duplicate`,
///   `records.excluded.year` …, `records.counted`, `contributions`, `contributions.located`,
///   `sites`, `clusters` …
/// @param locatedBy contributions by how they were located: `coordinates`, `institution`, `parent`,
///   `unlocated`
/// @param rejects by reject code
/// @param weightCounted sum of the weights of the records that count
/// @param weightLocated fractional sum of the located contributions
/// @param weightUnlocated fractional sum of the unlocated; both together equal `weightCounted`
/// @param unlocated the most frequent affiliations that have no place, largest first
public record Quality(
    List<Input> inputs,
    Map<String, Long> steps,
    Map<String, Long> locatedBy,
    Map<String, Long> rejects,
    double weightCounted,
    double weightLocated,
    double weightUnlocated,
    List<Unlocated> unlocated) {

  public Quality {
    inputs = List.copyOf(inputs);
    steps = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(steps));
    locatedBy = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(locatedBy));
    rejects = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(rejects));
    unlocated = List.copyOf(unlocated);
  }

  /// One input file.
  ///
  /// @param path as the user named it
  /// @param kind such as `openalex-works`
  /// @param bytes size on disk
  /// @param sha256 of the file as it is on disk, hexadecimal
  /// @param records how many it yielded
  public record Input(String path, String kind, long bytes, String sha256, long records) {}

  /// An affiliation without a place.
  ///
  /// @param affiliation the organisation's name or the affiliation as printed
  /// @param id its identifier if it has one
  /// @param contributions how many
  /// @param weight fractional sum
  public record Unlocated(String affiliation, String id, long contributions, double weight) {}
}
