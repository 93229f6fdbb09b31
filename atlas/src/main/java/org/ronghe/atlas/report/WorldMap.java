package org.ronghe.atlas.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.ronghe.atlas.method.Bilingual;
import org.ronghe.atlas.rank.RankedCluster;

/// The map as it stands in the page before any script runs, and on paper.
///
/// @param viewBox what of the sheet is seen
/// @param bubbles the largest first, so that small ones lie on top
/// @param labels names of the first clusters, as far as they fit
public record WorldMap(String viewBox, List<Bubble> bubbles, List<Label> labels) {
  private static final double SOUTH_DEGREES = -56.5;
  private static final double NORTH_DEGREES = 83.8;
  private static final double LARGEST_RADIUS = 19;
  private static final double SMALLEST_RADIUS = 2.4;
  private static final int MOST_LABELS = 12;
  private static final double LETTER_WIDTH = 5.6;
  private static final double LINE_HEIGHT = 12;

  public WorldMap {
    bubbles = List.copyOf(bubbles);
    labels = List.copyOf(labels);
  }

  /// One cluster on the map, its area in proportion to its score.
  public record Bubble(RankedCluster cluster, double x, double y, double radius) {
    /// A coordinate or radius as printed.
    public String print(double value) {
      return String.format(Locale.ROOT, "%.1f", value);
    }
  }

  /// A name beside a bubble.
  ///
  /// @param before true if the name ends at `x`, false if it begins there
  public record Label(Bilingual text, String x, String y, boolean before) {}

  /// The map of the clusters that have a place; without bubbles if none has.
  static WorldMap of(List<RankedCluster> clusters) {
    double highest = clusters.stream().mapToDouble(RankedCluster::score).max().orElse(1);
    var bubbles = new ArrayList<Bubble>();
    double south = SOUTH_DEGREES;
    double north = NORTH_DEGREES;
    for (var cluster : clusters) {
      var profile = cluster.profile();
      if (profile != null) {
        var place = profile.place();
        double part = highest > 0 ? Math.max(0, cluster.score()) / highest : 0;
        bubbles.add(
            new Bubble(
                cluster,
                EqualEarth.x(place.latDegrees(), place.lonDegrees()),
                EqualEarth.y(place.latDegrees()),
                Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(part))));
        south = Math.min(south, Math.max(-90, place.latDegrees() - 4));
        north = Math.max(north, Math.min(90, place.latDegrees() + 4));
      }
    }
    double top = EqualEarth.y(north);
    var viewBox =
        String.format(
            Locale.ROOT, "0 %.1f %.0f %.1f", top, EqualEarth.WIDTH, EqualEarth.y(south) - top);
    var labels = labels(bubbles);
    bubbles.sort(Comparator.comparingDouble(Bubble::radius).reversed());
    return new WorldMap(viewBox, bubbles, labels);
  }

  private record Box(double left, double top, double right, double bottom) {
    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  private static List<Label> labels(List<Bubble> inRankOrder) {
    var labels = new ArrayList<Label>();
    var taken = new ArrayList<Box>();
    for (var bubble : inRankOrder.subList(0, Math.min(40, inRankOrder.size()))) {
      double r = bubble.radius() * 0.7;
      taken.add(new Box(bubble.x() - r, bubble.y() - r, bubble.x() + r, bubble.y() + r));
    }
    for (var bubble : inRankOrder) {
      if (labels.size() == MOST_LABELS) {
        break;
      }
      double width = width(bubble.cluster().name());
      for (boolean before : new boolean[] {false, true}) {
        double gap = bubble.radius() + 3;
        double x = before ? bubble.x() - gap : bubble.x() + gap;
        double left = before ? x - width : x;
        double top = bubble.y() - LINE_HEIGHT / 2;
        var box = new Box(left, top, left + width, top + LINE_HEIGHT);
        if (left > 0 && box.right() < EqualEarth.WIDTH && taken.stream().noneMatch(box::meets)) {
          taken.add(box);
          labels.add(
              new Label(
                  bubble.cluster().name(),
                  bubble.print(x),
                  bubble.print(bubble.y() + 3.5),
                  before));
          break;
        }
      }
    }
    return labels;
  }

  private static double width(Bilingual name) {
    double chinese = name.chinese().chars().mapToDouble(c -> c > 0x2E80 ? 10.5 : 5.6).sum();
    return Math.max(name.english().length() * LETTER_WIDTH, chinese);
  }
}
