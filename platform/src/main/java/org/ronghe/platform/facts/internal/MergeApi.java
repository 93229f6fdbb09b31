package org.ronghe.platform.facts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Merge;
import org.ronghe.platform.facts.Merges;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Merges for programs.
@RestController
@RequestMapping("/api/v1/merges")
@Tag(name = "merges", description = "Organisations that are the same: proposed, decided, undone")
class MergeApi {
  private final Merges merges;

  MergeApi(Merges merges) {
    this.merges = merges;
  }

  /// A proposal.
  record Proposal(long merged, long survivor, @Nullable String reason, @Nullable Long evidence) {}

  /// A decision.
  record DecisionInput(boolean accept, @Nullable String reason) {}

  /// Why a merge is taken back.
  record UndoInput(@Nullable String reason) {}

  /// A merge as programs see it.
  record MergeJson(
      long id,
      long merged,
      long survivor,
      String state,
      String reason,
      @Nullable Long evidence,
      Merge.Step proposal,
      Merge.@Nullable Decision decision) {
    static MergeJson of(Merge merge) {
      return new MergeJson(
          merge.id(),
          merge.merged(),
          merge.survivor(),
          merge.state().name().toLowerCase(Locale.ROOT),
          merge.reason(),
          merge.evidence(),
          merge.proposal(),
          merge.decision());
    }
  }

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(
      summary = "Lists merges, the newest first; filter by state, merged, survivor, proposed")
  Listing<MergeJson> list(ListQuery query) {
    Listing<Merge> part = merges.list(query);
    return new Listing<>(part.meta(), part.results().stream().map(MergeJson::of).toList());
  }

  @GetMapping("/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a merge")
  MergeJson get(@PathVariable long id) {
    return MergeJson.of(merges.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND)));
  }

  @PostMapping
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Proposes that two organisations are the same")
  ResponseEntity<MergeJson> propose(@RequestBody Proposal proposal) {
    Merge merge =
        merges.propose(
            proposal.merged(),
            proposal.survivor(),
            proposal.reason() == null ? "" : proposal.reason(),
            proposal.evidence());
    return ResponseEntity.created(URI.create("/api/v1/merges/" + merge.id()))
        .body(MergeJson.of(merge));
  }

  @PostMapping("/{id}/decision")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Accepts or refuses a proposal of somebody else")
  MergeJson decide(@PathVariable long id, @RequestBody DecisionInput input) {
    return MergeJson.of(
        merges.decide(id, input.accept(), input.reason() == null ? "" : input.reason()));
  }

  @PostMapping("/{id}/undo")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Takes a merge back; everything is as it was")
  MergeJson undo(@PathVariable long id, @RequestBody UndoInput input) {
    return MergeJson.of(merges.undo(id, input.reason() == null ? "" : input.reason()));
  }
}
