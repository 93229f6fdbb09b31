package org.ronghe.platform.rulebooks.internal;

import java.util.ArrayList;
import java.util.List;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Download.Column;
import org.ronghe.platform.web.ListQuery;
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

  @GetMapping("/policies/export")
  @Allow(Rule.SIGNED_IN)
  Answer exportAll(View view, @RequestParam Download.Format format) {
    var columns = new ArrayList<>(policyColumns(view));
    if (view.actor().readsAll()) {
      columns.add(new Column("met", view.text("rulebooks.target.met")));
    }
    return Download.of(
        "policies",
        format,
        columns,
        desk.all(view).policies(),
        policy -> {
          List<Object> cells = policyCells(policy, policy.benefits());
          if (policy.met() != null) {
            cells.add(policy.met());
          }
          return cells;
        });
  }

  private static List<Column> policyColumns(View view) {
    return List.of(
        new Column("policy", view.text("rulebooks.column.policy")),
        new Column("issuers", view.text("rulebooks.column.issuers")),
        new Column("benefit", view.text("rulebooks.column.benefit")),
        new Column("window", view.text("rulebooks.column.window")));
  }

  private static List<Object> policyCells(PolicyPage.Policy policy, List<String> benefits) {
    return new ArrayList<>(
        List.of(
            policy.name(),
            policy.issuers(),
            String.join("; ", benefits),
            String.join("; ", policy.windows())));
  }

  @GetMapping("/organisations/{organisation}/policies/export")
  @Allow(Rule.READ_ORGANISATION)
  Answer exportOf(
      View view, @PathVariable long organisation, @RequestParam Download.Format format) {
    var columns = new ArrayList<>(policyColumns(view));
    columns.add(new Column("answer", view.text("rulebooks.column.answer")));
    columns.add(new Column("missing", view.text("rulebooks.column.missing")));
    PolicyPage.Firm firm = desk.of(view, organisation);
    return Download.of(
        "policies-" + organisation,
        format,
        columns,
        firm.policies(),
        one -> {
          List<Object> cells = policyCells(one.policy(), one.amounts());
          cells.add(firm.answer(one.answer()));
          cells.add(one.missing());
          return cells;
        });
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
    return Download.of(
        rulebook,
        format,
        columns,
        query,
        part -> desk.rows(key, part, FirmTitle.of(view.language())),
        row ->
            List.of(
                row.firm().firm().id(),
                row.firm().firm().names().zh(),
                row.firm().firm().names().en(),
                row.firm().firm().district(),
                String.join("; ", row.amounts())));
  }
}
