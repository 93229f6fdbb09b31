package org.ronghe.platform.facts.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// Facts of people and works on screen. Who may enter them, whose they are decides.
@Controller
@RequestMapping("/{room:people|works}/{subject}")
class OtherFactPages {
  private final FactDesk desk;
  private final SubjectHeads heads;

  OtherFactPages(FactDesk desk, SubjectHeads heads) {
    this.desk = desk;
    this.heads = heads;
  }

  private SubjectHead head(String room, long subject) {
    return heads.get(room.equals("people") ? SubjectKind.PERSON : SubjectKind.WORK, subject);
  }

  @GetMapping("/history/{attribute}")
  @Allow(Rule.SIGNED_IN)
  Page history(
      View view,
      @PathVariable String room,
      @PathVariable long subject,
      @PathVariable String attribute) {
    return desk.history(view, head(room, subject), attribute);
  }

  @GetMapping("/facts/enter")
  @Allow(Rule.SIGNED_IN)
  Page enter(View view, @PathVariable String room, @PathVariable long subject) {
    return desk.enter(view, head(room, subject));
  }

  @PostMapping("/facts/enter")
  @Allow(Rule.SIGNED_IN)
  Answer enter(
      View view,
      @PathVariable String room,
      @PathVariable long subject,
      @RequestParam Map<String, String> values,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    return desk.take(view, head(room, subject), FactForm.Deed.ENTER, null, values, file);
  }

  @GetMapping("/facts/{fact}/correct")
  @Allow(Rule.SIGNED_IN)
  Page correct(
      View view, @PathVariable String room, @PathVariable long subject, @PathVariable long fact) {
    return desk.form(view, head(room, subject), fact, FactForm.Deed.CORRECT);
  }

  @PostMapping("/facts/{fact}/correct")
  @Allow(Rule.SIGNED_IN)
  Answer correct(
      View view,
      @PathVariable String room,
      @PathVariable long subject,
      @PathVariable long fact,
      @RequestParam Map<String, String> values,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    return desk.take(view, head(room, subject), FactForm.Deed.CORRECT, fact, values, file);
  }

  @GetMapping("/facts/{fact}/change")
  @Allow(Rule.SIGNED_IN)
  Page change(
      View view, @PathVariable String room, @PathVariable long subject, @PathVariable long fact) {
    return desk.form(view, head(room, subject), fact, FactForm.Deed.CHANGE);
  }

  @PostMapping("/facts/{fact}/change")
  @Allow(Rule.SIGNED_IN)
  Answer change(
      View view,
      @PathVariable String room,
      @PathVariable long subject,
      @PathVariable long fact,
      @RequestParam Map<String, String> values,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    return desk.take(view, head(room, subject), FactForm.Deed.CHANGE, fact, values, file);
  }

  @GetMapping("/facts/{fact}/retract")
  @Allow(Rule.SIGNED_IN)
  Page retract(
      View view, @PathVariable String room, @PathVariable long subject, @PathVariable long fact) {
    return desk.form(view, head(room, subject), fact, FactForm.Deed.RETRACT);
  }

  @PostMapping("/facts/{fact}/retract")
  @Allow(Rule.SIGNED_IN)
  Answer retract(
      View view,
      @PathVariable String room,
      @PathVariable long subject,
      @PathVariable long fact,
      @RequestParam Map<String, String> values) {
    return desk.take(view, head(room, subject), FactForm.Deed.RETRACT, fact, values, null);
  }
}
