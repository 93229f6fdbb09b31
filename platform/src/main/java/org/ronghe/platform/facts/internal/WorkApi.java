package org.ronghe.platform.facts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Works;
import org.ronghe.platform.facts.Work;
import org.ronghe.platform.facts.WorkKind;
import org.ronghe.platform.facts.WorkProfile;
import org.ronghe.platform.facts.internal.SubjectJson.WorkJson;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.Versions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Works for programs. Who may write, the service decides by the organisation that keeps them.
@RestController
@RequestMapping("/api/v1/works")
@Tag(name = "works", description = "Works whose facts are kept by an organisation or the bureau")
class WorkApi {
  private final Works works;

  WorkApi(Works works) {
    this.works = works;
  }

  /// A work as a program sends it.
  record Input(
      Names name,
      String kind,
      @Nullable Long organisation,
      @Nullable Integer year,
      @Nullable String homepage,
      @Nullable String status) {
    WorkProfile profile() {
      return new WorkProfile(
          name,
          WorkKind.find(kind)
              .orElseThrow(() -> Fault.of("kind", "facts.profile.kind").problem()),
          organisation,
          year,
          homepage == null ? "" : homepage,
          status == null ? "active" : status);
    }
  }

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Lists works")
  Listing<WorkJson> list(ListQuery query) {
    Listing<Work> part = works.list(query);
    return new Listing<>(part.meta(), part.results().stream().map(WorkJson::of).toList());
  }

  @PostMapping
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Enters a work")
  ResponseEntity<WorkJson> create(@RequestBody Input input) {
    Work made = works.create(input.profile());
    return ResponseEntity.created(URI.create("/api/v1/works/" + made.id()))
        .eTag(Versions.etag(made.version()))
        .body(WorkJson.of(made));
  }

  @GetMapping("/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a work")
  ResponseEntity<WorkJson> get(@PathVariable long id) {
    return tagged(find(id));
  }

  @PutMapping("/{id}")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Changes a work's profile; needs If-Match")
  ResponseEntity<WorkJson> update(
      @PathVariable long id,
      @RequestBody Input input,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
    long version = find(id).version();
    Versions.check(ifMatch, version);
    return tagged(works.update(id, input.profile(), version));
  }

  private Work find(long id) {
    return works.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private static ResponseEntity<WorkJson> tagged(Work work) {
    return ResponseEntity.ok().eTag(Versions.etag(work.version())).body(WorkJson.of(work));
  }
}
