package org.ronghe.platform.ranking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.ranking.Cluster;
import org.ronghe.platform.ranking.RankingHead.Words;

class ComparisonTest {
  private static Cluster cluster(int label, int rank, String name, double lat, double lon) {
    return cluster(label, rank, name, new Cluster.Place(lat, lon, 0, 0));
  }

  private static Cluster cluster(int label, int rank, String name, Cluster.@Nullable Place place) {
    return new Cluster(
        label, rank, new Words(name, name), List.of("CN"), 1, false, List.of(), place);
  }

  @Test
  void nearestCentresAreTheSameEachOnce() {
    Cluster shenzhen = cluster(1, 1, "Shenzhen", 22.5, 114.1);
    Cluster guangzhou = cluster(2, 2, "Guangzhou", 23.1, 113.3);
    Cluster delta = cluster(9, 1, "Shenzhen–Hong Kong–Guangzhou", 22.55, 114.0);
    var comparison = Comparison.of(List.of(shenzhen, guangzhou), List.of(delta));
    assertThat(comparison.findBefore(shenzhen)).contains(delta);
    assertThat(comparison.findBefore(guangzhou)).isEmpty();
    assertThat(comparison.gone()).isEmpty();
  }

  @Test
  void whatIsTooFarIsAnotherOne() {
    Cluster now = cluster(1, 1, "Nanjing", 32.06, 118.79);
    Cluster then = cluster(1, 1, "Hangzhou", 30.27, 120.15);
    var comparison = Comparison.of(List.of(now), List.of(then));
    assertThat(comparison.findBefore(now)).isEmpty();
    assertThat(comparison.gone()).containsExactly(then);
  }

  @Test
  void acrossTheAntimeridianIsNear() {
    Cluster now = cluster(1, 1, "East", 0, 179.9);
    Cluster then = cluster(2, 3, "West", 0, -179.9);
    assertThat(Comparison.of(List.of(now), List.of(then)).findBefore(now)).contains(then);
  }

  @Test
  void withoutPlacesTheNameDecides() {
    Cluster now = cluster(1, 4, "Beijing", null);
    Cluster then = cluster(7, 2, "Beijing", null);
    Cluster other = cluster(8, 1, "Seoul", null);
    var comparison = Comparison.of(List.of(now), List.of(other, then));
    assertThat(comparison.findBefore(now)).contains(then);
    assertThat(comparison.gone()).containsExactly(other);
  }
}
