package org.ronghe.platform.web.internal;

import java.util.List;
import org.ronghe.platform.web.HomeCard.Card;
import org.ronghe.platform.web.HomeCard.Kind;
import org.ronghe.platform.web.View;

/// What the home page shows.
///
/// @param cards of all features that have something to say to this reader
public record Home(View view, List<Card> cards) {
  public Home {
    cards = List.copyOf(cards);
  }

  /// The cards of one part.
  public List<Card> of(Kind kind) {
    return cards.stream().filter(card -> card.kind() == kind).toList();
  }
}
