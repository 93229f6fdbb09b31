package org.ronghe.platform.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.text.Texts;

/// What a feature puts on the home page of those it concerns. Offered as a bean; the home page
/// knows no feature.
public interface HomeCard {
  /// The smaller, the further up.
  int order();

  /// The card for somebody; empty where it does not concern them. Called in their name, for each of
  /// their visits to the home page: it has to be quick.
  Optional<Card> findFor(Actor actor, Texts texts);

  /// What the home page shows.
  ///
  /// @param kind which part of the home page it stands in
  /// @param title as shown
  /// @param lines what waits or changed, most urgent first, at most ten
  /// @param more where all of them are; null where these are all
  record Card(Kind kind, String title, List<Line> lines, @Nullable Crumb more) {
    public Card {
      lines = List.copyOf(lines);
    }
  }

  /// Parts of the home page, in order.
  enum Kind {
    /// Something this person has to do.
    WAITING,
    /// Where things stand.
    STANDING,
    /// What changed lately.
    CHANGED
  }

  /// One line of a card.
  ///
  /// @param text as shown
  /// @param href where it leads; null if nowhere
  /// @param note smaller beside it, such as a date or a name; may be empty
  record Line(String text, @Nullable String href, String note) {}
}
