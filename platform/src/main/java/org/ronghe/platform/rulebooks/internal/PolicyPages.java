package org.ronghe.platform.rulebooks.internal;

import java.util.List;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.PolicyPage.FirmAmount;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Policies on screen.
@Controller
class PolicyPages {
  private final PolicyDesk desk;

  PolicyPages(PolicyDesk desk) {
    this.desk = desk;
  }

  @Bean
  static Room policiesRoom() {
    return Room.inHeader("/policies", "rulebooks.policies", 26, Rule.SIGNED_IN);
  }

  @GetMapping("/policies")
  @Allow(Rule.SIGNED_IN)
  Page all(View view) {
    return Page.of("rulebooks/policies.jte", desk.all(view));
  }

  @GetMapping("/organisations/{organisation}/policies")
  @Allow(Rule.READ_ORGANISATION)
  Page of(View view, @PathVariable long organisation) {
    return Page.of("rulebooks/firm-policies.jte", desk.of(view, organisation));
  }

  @GetMapping("/policies/{rulebook}/{title}")
  @Allow(Rule.BUREAU)
  Page firms(
      View view, @PathVariable String rulebook, @PathVariable String title, ListQuery query) {
    return Page.of("rulebooks/policy.jte", desk.firms(view, new TitleKey(rulebook, title), query));
  }

  @GetMapping("/policies/{rulebook}/{title}/export")
  @Allow(Rule.BUREAU)
  Answer export(
      View view,
      @PathVariable String rulebook,
      @PathVariable String title,
      ListQuery query,
      @RequestParam Download.Format format) {
    List<Column> columns =
        List.of(
            new Column("organisation", view.text("rulebooks.column.id")),
            new Column("name_zh", view.text("facts.page.name-zh")),
            new Column("name_en", view.text("facts.page.name-en")),
            new Column("district", view.text("facts.page.district")),
            new Column("benefit", view.text("rulebooks.column.benefit")));
    var key = new TitleKey(rulebook, title);
    return new Download(
        rulebook,
        format,
        columns,
        consumer -> {
          String cursor = null;
          do {
            Listing<FirmAmount> part =
                desk.rows(
                    key,
                    new ListQuery(
                        query.search(), query.filter(), query.sort(), cursor, ListQuery.MOST),
                    FirmTitle.of(view.language()));
            part.results()
                .forEach(row ->
                    consumer.accept(
                        List.of(
                            row.firm().firm().id(),
                            row.firm().firm().names().zh(),
                            row.firm().firm().names().en(),
                            row.firm().firm().district(),
                            String.join("; ", row.amounts()))));
            cursor = part.meta().nextCursor();
          } while (cursor != null);
        });
  }
}
