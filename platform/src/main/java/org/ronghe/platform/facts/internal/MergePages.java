package org.ronghe.platform.facts.internal;

import java.util.List;
import java.util.TreeSet;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Merge;
import org.ronghe.platform.facts.Merges;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Merges on screen: proposals, decisions, taking back.
@Controller
class MergePages {
  private static final int MOST = 200;

  private final Merges merges;
  private final Organisations organisations;

  MergePages(Merges merges, Organisations organisations) {
    this.merges = merges;
    this.organisations = organisations;
  }

  @Bean
  static Room mergesRoom() {
    return Room.inAdministration("/merges", "facts.merges.room", 30, Rule.SIGNED_IN);
  }

  @GetMapping("/merges")
  @Allow(Rule.SIGNED_IN)
  Page list(View view) {
    List<Merge> all = merges.list(null, MOST);
    var ids = new TreeSet<Long>();
    all.forEach(merge -> {
      ids.add(merge.merged());
      ids.add(merge.survivor());
    });
    var names = organisations.names(ids);
    return Page.of(
        "facts/merges.jte",
        new MergesPage(
            view,
            all.stream()
                .map(merge ->
                    new MergesPage.Line(
                        merge,
                        name(view, names.get(merge.merged())),
                        name(view, names.get(merge.survivor()))))
                .toList(),
            view.actor().writesAll()));
  }

  private static String name(View view, @org.jspecify.annotations.Nullable Names names) {
    return names == null ? "" : names.in(view.language());
  }

  @PostMapping("/merges")
  @Allow(Rule.SIGNED_IN)
  Answer propose(
      @RequestParam long merged,
      @RequestParam long survivor,
      @RequestParam(defaultValue = "") String reason) {
    merges.propose(merged, survivor, reason, null);
    return Redirect.done("/merges", "facts.merge.proposed");
  }

  @PostMapping("/merges/{id}/decide")
  @Allow(Rule.BUREAU)
  Answer decide(
      @PathVariable long id,
      @RequestParam boolean accept,
      @RequestParam(defaultValue = "") String reason) {
    merges.decide(id, accept, reason);
    return Redirect.done("/merges", accept ? "facts.merge.accepted" : "facts.merge.refused");
  }

  @PostMapping("/merges/{id}/undo")
  @Allow(Rule.BUREAU)
  Answer undo(@PathVariable long id, @RequestParam(defaultValue = "") String reason) {
    merges.undo(id, reason);
    return Redirect.done("/merges", "facts.merge.undone");
  }
}
