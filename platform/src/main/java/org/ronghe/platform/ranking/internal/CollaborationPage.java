package org.ronghe.platform.ranking.internal;

import java.util.List;
import org.ronghe.platform.ranking.RankingHead;
import org.ronghe.platform.web.View;

/// What the page of collaboration shows.
public record CollaborationPage(View view, RankingHead ranking, List<Partnership> ties) {
  public CollaborationPage {
    ties = List.copyOf(ties);
  }
}
