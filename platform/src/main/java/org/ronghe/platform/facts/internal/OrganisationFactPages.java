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

/// Facts of organisations on screen.
@Controller
@RequestMapping("/organisations/{organisation}")
class OrganisationFactPages {
  private final FactDesk desk;
  private final SubjectHeads heads;

  OrganisationFactPages(FactDesk desk, SubjectHeads heads) {
    this.desk = desk;
    this.heads = heads;
  }

  private SubjectHead head(long organisation) {
    return heads.get(SubjectKind.ORGANISATION, organisation);
  }

  @GetMapping("/history/{attribute}")
  @Allow(Rule.SIGNED_IN)
  Page history(View view, @PathVariable long organisation, @PathVariable String attribute) {
    return desk.history(view, head(organisation), attribute);
  }

  @GetMapping("/facts/enter")
  @Allow(Rule.WRITE_ORGANISATION)
  Page enter(View view, @PathVariable long organisation) {
    return desk.enter(view, head(organisation));
  }

  @PostMapping("/facts/enter")
  @Allow(Rule.WRITE_ORGANISATION)
  Answer enter(
      View view,
      @PathVariable long organisation,
      @RequestParam Map<String, String> values,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    return desk.take(view, head(organisation), FactForm.Deed.ENTER, null, values, file);
  }

  @GetMapping("/facts/{fact}/correct")
  @Allow(Rule.WRITE_ORGANISATION)
  Page correct(View view, @PathVariable long organisation, @PathVariable long fact) {
    return desk.form(view, head(organisation), fact, FactForm.Deed.CORRECT);
  }

  @PostMapping("/facts/{fact}/correct")
  @Allow(Rule.WRITE_ORGANISATION)
  Answer correct(
      View view,
      @PathVariable long organisation,
      @PathVariable long fact,
      @RequestParam Map<String, String> values,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    return desk.take(view, head(organisation), FactForm.Deed.CORRECT, fact, values, file);
  }

  @GetMapping("/facts/{fact}/change")
  @Allow(Rule.WRITE_ORGANISATION)
  Page change(View view, @PathVariable long organisation, @PathVariable long fact) {
    return desk.form(view, head(organisation), fact, FactForm.Deed.CHANGE);
  }

  @PostMapping("/facts/{fact}/change")
  @Allow(Rule.WRITE_ORGANISATION)
  Answer change(
      View view,
      @PathVariable long organisation,
      @PathVariable long fact,
      @RequestParam Map<String, String> values,
      @RequestParam(required = false) @Nullable MultipartFile file) {
    return desk.take(view, head(organisation), FactForm.Deed.CHANGE, fact, values, file);
  }

  @GetMapping("/facts/{fact}/retract")
  @Allow(Rule.WRITE_ORGANISATION)
  Page retract(View view, @PathVariable long organisation, @PathVariable long fact) {
    return desk.form(view, head(organisation), fact, FactForm.Deed.RETRACT);
  }

  @PostMapping("/facts/{fact}/retract")
  @Allow(Rule.WRITE_ORGANISATION)
  Answer retract(
      View view,
      @PathVariable long organisation,
      @PathVariable long fact,
      @RequestParam Map<String, String> values) {
    return desk.take(view, head(organisation), FactForm.Deed.RETRACT, fact, values, null);
  }
}
