package org.ronghe.platform.facts.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Merge;
import org.ronghe.platform.facts.Merges;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Merges for programs.
@RestController
@RequestMapping("/api/v1/merges")
@Tag(name = "merges", description = "Organisations that are the same: proposed, decided, undone")
class MergeApi {
  private static final int MOST = 200;

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

  @GetMapping
  @Allow(Rule.DATA)
  @Operation(summary = "Lists the newest merges; state is proposed, refused, in_force or undone")
  List<Merge> list(@RequestParam(defaultValue = "") String state) {
    if (state.isEmpty()) {
      return merges.list(null, MOST);
    }
    Merge.State wanted =
        Arrays.stream(Merge.State.values())
            .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(state))
            .findFirst()
            .orElseThrow(() -> Fault.of("state", "facts.profile.status").problem());
    return merges.list(wanted, MOST);
  }

  @GetMapping("/{id}")
  @Allow(Rule.DATA)
  @Operation(summary = "Reads a merge")
  Merge get(@PathVariable long id) {
    return merges.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @PostMapping
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Proposes that two organisations are the same")
  ResponseEntity<Merge> propose(@RequestBody Proposal proposal) {
    Merge merge =
        merges.propose(
            proposal.merged(),
            proposal.survivor(),
            proposal.reason() == null ? "" : proposal.reason(),
            proposal.evidence());
    return ResponseEntity.created(URI.create("/api/v1/merges/" + merge.id())).body(merge);
  }

  @PostMapping("/{id}/decision")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Accepts or refuses a proposal of somebody else")
  Merge decide(@PathVariable long id, @RequestBody DecisionInput input) {
    return merges.decide(id, input.accept(), input.reason() == null ? "" : input.reason());
  }

  @PostMapping("/{id}/undo")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Takes a merge back; everything is as it was")
  Merge undo(@PathVariable long id, @RequestBody UndoInput input) {
    return merges.undo(id, input.reason() == null ? "" : input.reason());
  }
}
