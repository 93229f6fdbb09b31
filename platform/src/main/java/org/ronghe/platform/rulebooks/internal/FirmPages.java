package org.ronghe.platform.rulebooks.internal;

import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// A firm's titles on screen.
@Controller
class FirmPages {
  private final FirmDesk desk;

  FirmPages(FirmDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/organisations/{organisation}/titles")
  @Allow(Rule.READ_ORGANISATION)
  Page ladder(View view, @PathVariable long organisation) {
    return Page.of("rulebooks/titles.jte", desk.ladder(view, organisation));
  }

  /// What is tried goes along in the address, so that it can be sent on, and is stored nowhere.
  @GetMapping("/organisations/{organisation}/titles/{rulebook}/{title}")
  @Allow(Rule.READ_ORGANISATION)
  Page title(
      View view,
      @PathVariable long organisation,
      @PathVariable String rulebook,
      @PathVariable String title) {
    TitlePage page = desk.title(view, organisation, new TitleKey(rulebook, title));
    return Page.of(view.request().partial() ? "rulebooks/tried.jte" : "rulebooks/title.jte", page);
  }
}
