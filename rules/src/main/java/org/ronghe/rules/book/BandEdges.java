package org.ronghe.rules.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.book.ValueRule.Band;
import org.ronghe.rules.number.Exact;

/// Bands as they are written name one edge each; the other edge is where the next band begins.
final class BandEdges {
  private BandEdges() {}

  /// Gives a band that names only its lower edge the lowest lower edge above it as its upper edge,
  /// and one that names only its upper edge likewise. The outermost stay open.
  static List<Band> completed(List<Band> bands) {
    var completed = new ArrayList<Band>();
    for (var band : bands) {
      completed.add(
          band.low().isPresent() && band.high().isEmpty()
              ? below(next(band, bands, true), band)
              : band.high().isPresent() && band.low().isEmpty()
                  ? above(next(band, bands, false), band)
                  : band);
    }
    return completed;
  }

  private static Band below(Optional<Band> upper, Band band) {
    return upper
        .map(next ->
            new Band(
                band.place(),
                band.low(),
                band.lowIncluded(),
                next.low(),
                !next.lowIncluded(),
                band.points()))
        .orElse(band);
  }

  private static Band above(Optional<Band> lower, Band band) {
    return lower
        .map(next ->
            new Band(
                band.place(),
                next.high(),
                !next.highIncluded(),
                band.high(),
                band.highIncluded(),
                band.points()))
        .orElse(band);
  }

  /// The nearest band above (or below) by the same kind of edge.
  private static Optional<Band> next(Band band, List<Band> bands, boolean upwards) {
    Optional<Band> nearest = Optional.empty();
    for (var other : bands) {
      var edge = upwards ? other.low() : other.high();
      var own = (upwards ? band.low() : band.high()).orElseThrow();
      if (edge.isPresent() && isBeyond(edge.get(), own, upwards)) {
        var best = nearest.flatMap(n -> upwards ? n.low() : n.high());
        if (best.isEmpty() || isBeyond(best.get(), edge.get(), upwards)) {
          nearest = Optional.of(other);
        }
      }
    }
    return nearest;
  }

  private static boolean isBeyond(Exact edge, Exact own, boolean upwards) {
    return upwards ? edge.compareTo(own) > 0 : edge.compareTo(own) < 0;
  }
}
