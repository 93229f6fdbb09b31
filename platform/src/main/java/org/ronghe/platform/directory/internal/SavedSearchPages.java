package org.ronghe.platform.directory.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Flash;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/// Searches that somebody keeps: on screen, to take away, and for programs.
@Controller
@Tag(name = "saved searches", description = "Lists as somebody narrowed them, kept under a name")
class SavedSearchPages {
  private static final String PAGE = "/saved-searches";

  private final SavedSearches searches;

  SavedSearchPages(SavedSearches searches) {
    this.searches = searches;
  }

  /// A search to be kept.
  record NewSearch(@Nullable String name, @Nullable String address) {}

  @GetMapping(PAGE)
  @Allow(Rule.SIGNED_IN)
  Page list(View view) {
    return Page.of("directory/saved.jte", new SavedSearchList(view, searches.mine()));
  }

  @GetMapping(PAGE + "/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, @RequestParam Download.Format format) {
    List<SavedSearch> mine = searches.mine();
    return new Download(
        "saved-searches",
        format,
        List.of(
            new Download.Column("name", view.text("directory.saved.name")),
            new Download.Column("address", view.text("directory.saved.address")),
            new Download.Column("made", view.text("directory.saved.made"))),
        row -> mine.forEach(one -> row.accept(List.of(one.name(), one.address(), one.made()))));
  }

  @PostMapping(PAGE)
  @Allow(Rule.SIGNED_IN)
  Answer keep(
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String address) {
    try {
      SavedSearch kept = searches.keep(name, address);
      return Redirect.done(kept.address(), "directory.saved.done", kept.name());
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      return new Redirect(
          Redirect.isLocal(address) ? address : PAGE,
          Flash.bad(problem.fields().values().iterator().next()));
    }
  }

  @PostMapping(PAGE + "/{id:\\d+}/forget")
  @Allow(Rule.SIGNED_IN)
  Answer forget(@PathVariable long id) {
    searches.forget(id);
    return Redirect.done(PAGE, "directory.saved.forgotten");
  }

  @GetMapping("/api/v1/saved-searches")
  @Allow(Rule.SIGNED_IN)
  @ResponseBody
  @Operation(summary = "Lists the reader's own searches by name")
  List<SavedSearch> read() {
    return searches.mine();
  }

  @PostMapping("/api/v1/saved-searches")
  @Allow(Rule.SIGNED_IN)
  @ResponseBody
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Keeps a search; one of the same name leads there from now on")
  SavedSearch add(@RequestBody NewSearch search) {
    return searches.keep(
        search.name() == null ? "" : search.name(),
        search.address() == null ? "" : search.address());
  }

  @DeleteMapping("/api/v1/saved-searches/{id}")
  @Allow(Rule.SIGNED_IN)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Forgets a search")
  void remove(@PathVariable long id) {
    searches.forget(id);
  }
}
