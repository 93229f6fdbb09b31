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

/// People and works on screen. Who may enter and change them, whose they are decides.
@Controller
class OtherPages {
  private final SubjectLists lists;
  private final SubjectSheets sheets;
  private final SubjectHeads heads;
  private final ProfileDesk profiles;
  private final IdentifierDesk identifiers;

  OtherPages(
      SubjectLists lists,
      SubjectSheets sheets,
      SubjectHeads heads,
      ProfileDesk profiles,
      IdentifierDesk identifiers) {
    this.lists = lists;
    this.sheets = sheets;
    this.heads = heads;
    this.profiles = profiles;
    this.identifiers = identifiers;
  }

  @Bean
  static Room peopleRoom() {
    return Room.inHeader("/people", "facts.page.people", 30, Rule.SIGNED_IN);
  }

  @Bean
  static Room worksRoom() {
    return Room.inHeader("/works", "facts.page.works", 40, Rule.SIGNED_IN);
  }

  private static SubjectKind kind(String room) {
    return room.equals("people") ? SubjectKind.PERSON : SubjectKind.WORK;
  }

  private SubjectHead head(String room, long subject) {
    return heads.get(kind(room), subject);
  }

  @GetMapping("/{room:people|works}")
  @Allow(Rule.SIGNED_IN)
  Page list(View view, @PathVariable String room, ListQuery query) {
    return lists.page(view, kind(room), query);
  }

  @GetMapping("/{room:people|works}/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(
      View view, @PathVariable String room, ListQuery query, @RequestParam Download.Format format) {
    return lists.export(view, kind(room), query, format);
  }

  @GetMapping("/{room:people|works}/new")
  @Allow(Rule.SIGNED_IN)
  Page blank(View view, @PathVariable String room) {
    return profiles.blank(view, kind(room));
  }

  @PostMapping("/{room:people|works}/new")
  @Allow(Rule.SIGNED_IN)
  Answer create(View view, @PathVariable String room, @RequestParam Map<String, String> values) {
    return profiles.create(view, kind(room), values);
  }

  @GetMapping("/{room:people|works}/{subject}")
  @Allow(Rule.SIGNED_IN)
  Page page(View view, @PathVariable String room, @PathVariable long subject) {
    return sheets.page(view, kind(room), subject);
  }

  @GetMapping("/{room:people|works}/{subject}/edit")
  @Allow(Rule.SIGNED_IN)
  Page edit(View view, @PathVariable String room, @PathVariable long subject) {
    return profiles.edit(view, head(room, subject));
  }

  @PostMapping("/{room:people|works}/{subject}/edit")
  @Allow(Rule.SIGNED_IN)
  Answer save(
      View view,
      @PathVariable String room,
      @PathVariable long subject,
      @RequestParam Map<String, String> values) {
    return profiles.save(view, head(room, subject), values);
  }

  @GetMapping("/{room:people|works}/{subject}/identifiers")
  @Allow(Rule.SIGNED_IN)
  Page identifiers(View view, @PathVariable String room, @PathVariable long subject) {
    return identifiers.page(view, head(room, subject));
  }

  @PostMapping("/{room:people|works}/{subject}/identifiers")
  @Allow(Rule.SIGNED_IN)
  Answer identifier(
      View view,
      @PathVariable String room,
      @PathVariable long subject,
      @RequestParam Map<String, String> values) {
    return identifiers.add(view, head(room, subject), values);
  }

  @PostMapping("/{room:people|works}/{subject}/identifiers/{identifier}/retract")
  @Allow(Rule.SIGNED_IN)
  Answer retract(
      View view,
      @PathVariable String room,
      @PathVariable long subject,
      @PathVariable long identifier,
      @RequestParam Map<String, String> values) {
    return identifiers.retract(view, head(room, subject), identifier, values);
  }
}
