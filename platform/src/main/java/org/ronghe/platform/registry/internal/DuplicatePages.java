package org.ronghe.platform.registry.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievement;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.Duplicates;
import org.ronghe.platform.registry.Likeness;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Achievements that may be the same: side by side, and what a person found.
@Controller
@Tag(name = "achievements", description = "Registration of achievements")
class DuplicatePages {
  private final Achievements achievements;
  private final Duplicates duplicates;
  private final CopySearch copies;

  DuplicatePages(Achievements achievements, Duplicates duplicates, CopySearch copies) {
    this.achievements = achievements;
    this.duplicates = duplicates;
    this.copies = copies;
  }

  private Achievement get(long id) {
    return achievements.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/achievements/{id:\\d+}/beside/{other:\\d+}")
  @Allow(Rule.SIGNED_IN)
  Page beside(View view, @PathVariable long id, @PathVariable long other) {
    Achievement one = get(id);
    Achievement two = get(other);
    return Page.of(
        "registry/beside.jte",
        new BesidePage(view, one, two, Comparison.lines(view, one.form(), two.form())));
  }

  @PostMapping("/achievements/{id:\\d+}/beside/{other:\\d+}")
  @Allow(Rule.BUREAU)
  Answer decide(
      @PathVariable long id,
      @PathVariable long other,
      @RequestParam(defaultValue = "false") boolean same,
      @RequestParam(defaultValue = "") String reason) {
    duplicates.decide(id, other, same, reason);
    return Redirect.done(
        "/achievements/" + id, same ? "registry.like.same.done" : "registry.like.different.done");
  }

  @GetMapping("/api/v1/achievements/{id}/duplicates")
  @Allow(Rule.DATA)
  @ResponseBody
  @Operation(summary = "Lists achievements that may be the same, with the evidence")
  List<Likeness> list(@PathVariable long id) {
    return duplicates.of(get(id));
  }

  /// Copied passages, as a part of an achievement's page, which is there before the models have
  /// worked.
  @GetMapping("/achievements/{id:\\d+}/copies")
  @Allow(Rule.SIGNED_IN)
  Page copies(View view, @PathVariable long id) {
    CopySearch.Found found = copies.of(get(id));
    return Page.of(
        "registry/copies.jte",
        new CopiesPage(view, id, found.copies(), found.complete(), view.actor().writesAll()));
  }

  @GetMapping("/api/v1/achievements/{id}/copies")
  @Allow(Rule.DATA)
  @ResponseBody
  @Operation(
      summary = "Lists achievements with the same passages, side by side",
      description =
          "Word for word among all that the asker may know of; in other words or in the other"
              + " language among what is public. `complete` is false where the language models do"
              + " not run.")
  CopySearch.Found listCopies(@PathVariable long id) {
    return copies.of(get(id));
  }
}
