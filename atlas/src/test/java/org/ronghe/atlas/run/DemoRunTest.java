package org.ronghe.atlas.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.atlas.demo.PublishedCluster;
import org.ronghe.atlas.rank.RankedCluster;
import org.ronghe.sphere.GeoPoint;

class DemoRunTest {
  @TempDir Path folder;

  @Test
  void theDemoFindsThePublishedRankingAgain() throws Exception {
    var outcome = DemoRun.run(folder.resolve("demo"), 2, Locale.ENGLISH, RunListener.NONE);

    var clusters = outcome.ranking().clusters();
    var published = PublishedCluster.all();
    double squares = 0;
    for (var one : published) {
      var found = nearest(clusters, one);
      squares += Math.pow(found.rank() - one.rank(), 2);
      if (one.rank() <= 5) {
        assertThat(found.rank()).as(one.name()).isEqualTo(one.rank());
        assertThat(found.name().english()).isEqualTo(one.name());
      }
    }
    int n = published.size();
    double spearman = 1 - 6 * squares / (n * ((double) n * n - 1));
    assertThat(spearman).isGreaterThanOrEqualTo(0.99);
    assertThat(outcome.ranking().notes().getFirst().english()).contains("invented");
    assertThat(outcome.rejects()).isZero();
  }

  private static RankedCluster nearest(List<RankedCluster> clusters, PublishedCluster published) {
    var city = published.cities().getFirst();
    return clusters.stream().min(Comparator.comparingDouble(c -> distance(c, city))).orElseThrow();
  }

  private static double distance(RankedCluster cluster, GeoPoint city) {
    var profile = Objects.requireNonNull(cluster.profile());
    return new GeoPoint(profile.place().latDegrees(), profile.place().lonDegrees())
        .distanceMeters(city);
  }
}
