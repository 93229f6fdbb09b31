package org.ronghe.platform.facts.internal;

import java.util.Map;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Organisations on screen.
@Controller
class OrganisationPages {
  private final SubjectLists lists;
  private final SubjectSheets sheets;
  private final SubjectHeads heads;
  private final ProfileDesk profiles;
  private final RenameDesk names;
  private final IdentifierDesk identifiers;

  OrganisationPages(
      SubjectLists lists,
      SubjectSheets sheets,
      SubjectHeads heads,
      ProfileDesk profiles,
      RenameDesk names,
      IdentifierDesk identifiers) {
    this.lists = lists;
    this.sheets = sheets;
    this.heads = heads;
    this.profiles = profiles;
    this.names = names;
    this.identifiers = identifiers;
  }

  @Bean
  static Room organisationsRoom() {
    return Room.inHeader("/organisations", "facts.page.organisations", 20, Rule.SIGNED_IN);
  }

  private SubjectHead head(long organisation) {
    return heads.get(SubjectKind.ORGANISATION, organisation);
  }

  @GetMapping("/organisations")
  @Allow(Rule.SIGNED_IN)
  Page list(View view, ListQuery query) {
    return lists.page(view, SubjectKind.ORGANISATION, query);
  }

  @GetMapping("/organisations/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, ListQuery query, @RequestParam Download.Format format) {
    return lists.export(view, SubjectKind.ORGANISATION, query, format);
  }

  @GetMapping("/organisations/new")
  @Allow(Rule.BUREAU)
  Page blank(View view) {
    return profiles.blank(view, SubjectKind.ORGANISATION);
  }

  @PostMapping("/organisations/new")
  @Allow(Rule.BUREAU)
  Answer create(View view, @RequestParam Map<String, String> values) {
    return profiles.create(view, SubjectKind.ORGANISATION, values);
  }

  @GetMapping("/organisations/{organisation}")
  @Allow(Rule.SIGNED_IN)
  Page page(View view, @PathVariable long organisation) {
    return sheets.page(view, SubjectKind.ORGANISATION, organisation);
  }

  @GetMapping("/organisations/{organisation}/edit")
  @Allow(Rule.WRITE_ORGANISATION)
  Page edit(View view, @PathVariable long organisation) {
    return profiles.edit(view, head(organisation));
  }

  @PostMapping("/organisations/{organisation}/edit")
  @Allow(Rule.WRITE_ORGANISATION)
  Answer save(
      View view, @PathVariable long organisation, @RequestParam Map<String, String> values) {
    return profiles.save(view, head(organisation), values);
  }

  @GetMapping("/organisations/{organisation}/rename")
  @Allow(Rule.WRITE_ORGANISATION)
  Page rename(View view, @PathVariable long organisation) {
    return names.form(view, head(organisation));
  }

  @PostMapping("/organisations/{organisation}/rename")
  @Allow(Rule.WRITE_ORGANISATION)
  Answer rename(
      View view, @PathVariable long organisation, @RequestParam Map<String, String> values) {
    return names.take(view, head(organisation), values);
  }

  @GetMapping("/organisations/{organisation}/identifiers")
  @Allow(Rule.WRITE_ORGANISATION)
  Page identifiers(View view, @PathVariable long organisation) {
    return identifiers.page(view, head(organisation));
  }

  @PostMapping("/organisations/{organisation}/identifiers")
  @Allow(Rule.WRITE_ORGANISATION)
  Answer identifier(
      View view, @PathVariable long organisation, @RequestParam Map<String, String> values) {
    return identifiers.add(view, head(organisation), values);
  }

  @PostMapping("/organisations/{organisation}/identifiers/{identifier}/retract")
  @Allow(Rule.WRITE_ORGANISATION)
  Answer retract(
      View view,
      @PathVariable long organisation,
      @PathVariable long identifier,
      @RequestParam Map<String, String> values) {
    return identifiers.retract(view, head(organisation), identifier, values);
  }
}
