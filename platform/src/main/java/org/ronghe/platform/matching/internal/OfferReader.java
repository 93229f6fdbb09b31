package org.ronghe.platform.matching.internal;

import java.util.List;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.Offer;
import org.ronghe.platform.matching.OfferSource;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads one offer, to look for similar ones.
@Service
class OfferReader {
  private final OfferSource offers;

  OfferReader(OfferSource offers) {
    this.offers = offers;
  }

  /// An offer that is public.
  ///
  /// @throws NodeProblem NOT_FOUND where it is not
  @Transactional(readOnly = true)
  public Offer get(long id) {
    return offers.read(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  /// What is like an offer answers a need of its words.
  static MatchRequest asNeed(Offer offer, int most) {
    return new MatchRequest(
        offer.title().main(), offer.summary(), offer.industry(), most, offer.id());
  }
}
