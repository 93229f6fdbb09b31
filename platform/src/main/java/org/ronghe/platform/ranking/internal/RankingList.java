package org.ronghe.platform.ranking.internal;

import java.util.List;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.web.View;

/// What the list of rankings shows.
public record RankingList(View view, List<RankingHead> rankings) {
  public RankingList {
    rankings = List.copyOf(rankings);
  }
}
