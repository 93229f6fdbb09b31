package org.ronghe.atlas.cluster;

import org.ronghe.atlas.locate.Contributions;
import org.ronghe.atlas.method.Method.WeightedBy;

/// What each site weighs when density is measured.
final class SiteWeights {
  private SiteWeights() {}

  /// The weight of every site, summed in the order of the input.
  static double[] of(Contributions contributions, WeightedBy by) {
    var weight = new double[contributions.sites().size()];
    for (var chunk : contributions.chunks()) {
      for (int i = 0; i < chunk.rows(); i++) {
        int site = chunk.site(i);
        if (site >= 0) {
          weight[site] +=
              switch (by) {
                case CONTRIBUTIONS -> chunk.share(i);
                case FRACTIONS -> chunk.weight(i);
              };
        }
      }
    }
    return weight;
  }
}
