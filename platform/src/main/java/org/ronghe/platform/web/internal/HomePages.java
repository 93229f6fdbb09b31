package org.ronghe.platform.web.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.web.HomeCard;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The home of whoever signed in, put together from what the features have to say to them; and the
/// page about this software.
@Controller
class HomePages {
  private final List<HomeCard> cards;

  HomePages(List<HomeCard> cards) {
    this.cards = cards.stream().sorted(Comparator.comparingInt(HomeCard::order)).toList();
  }

  @GetMapping("/")
  @Allow(Rule.SIGNED_IN)
  Page home(View view) {
    var shown =
        cards.stream()
            .map(card -> card.findFor(view.actor(), view.texts()))
            .flatMap(Optional::stream)
            .toList();
    return Page.of("web/home.jte", new Home(view, shown));
  }

  @GetMapping("/about")
  @Allow(Rule.ANYONE)
  Page about(View view) {
    return Page.of("web/about.jte", view);
  }
}
