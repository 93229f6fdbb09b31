package org.ronghe.platform.registry.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What happens after registration, for programs: evaluations, pools, preferred plans.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "after registration", description = "Evaluations, pools, preferred plans")
class AfterApi {
  private final Achievements achievements;
  private final Evaluations evaluations;
  private final Pools pools;
  private final Plans plans;

  AfterApi(Achievements achievements, Evaluations evaluations, Pools pools, Plans plans) {
    this.achievements = achievements;
    this.evaluations = evaluations;
    this.pools = pools;
    this.plans = plans;
  }

  /// What enters which pool, and why.
  record Entry(@Nullable Long achievement, @Nullable String reason) {}

  /// How something leaves, and why.
  record Exit(@Nullable String outcome, @Nullable String reason) {}

  /// A plan with its candidates.
  record PlanJson(Plan plan, List<Plan.Candidate> candidates) {}

  @GetMapping("/achievements/{id}/evaluations")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists the evaluations of an achievement that the reader may see")
  List<Evaluation> evaluations(@PathVariable long id) {
    if (achievements.find(id).isEmpty()) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    return evaluations.of(id);
  }

  @PutMapping("/evaluations/{id}/open")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Lets everybody know the grades of a finished evaluation")
  Evaluation open(@PathVariable long id) {
    return evaluations.open(id, true);
  }

  @DeleteMapping("/evaluations/{id}/open")
  @Allow(Rule.SIGNED_IN)
  @Operation(summary = "Lets nobody else know the grades any longer")
  Evaluation close(@PathVariable long id) {
    return evaluations.open(id, false);
  }

  private static Pool pool(String code) {
    return Pool.find(code).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/pools/{pool}")
  @Allow(Rule.DATA)
  @Operation(summary = "Lists what is in a pool (key, concept, pilot), or left it")
  Listing<PoolStay> pool(
      @PathVariable String pool,
      ListQuery query,
      @RequestParam(defaultValue = "false") boolean left) {
    return pools.list(pool(pool), left, query);
  }

  @PostMapping("/pools/{pool}")
  @Allow(Rule.BUREAU)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Lets an achievement enter; a rule that it does not meet is named")
  List<PoolStay> enter(@PathVariable String pool, @RequestBody Entry entry) {
    Long achievement = entry.achievement();
    if (achievement == null) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of("achievement", "registry.fault.needed"));
    }
    pools.enter(
        achievements.find(achievement).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND)),
        pool(pool),
        entry.reason() == null ? "" : entry.reason());
    return pools.of(achievement);
  }

  @PostMapping("/pools/stays/{stay}/leave")
  @Allow(Rule.BUREAU)
  @Operation(summary = "Lets it leave, with an outcome and a reason")
  PoolStay leave(@PathVariable long stay, @RequestBody Exit exit) {
    pools.leave(stay, exit.outcome(), exit.reason() == null ? "" : exit.reason());
    return pools.find(stay).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/plans")
  @Allow(Rule.ANYONE)
  @Operation(summary = "Lists preferred plans, the newest first; only published ones to most")
  List<Plan> plans() {
    return plans.list();
  }

  @GetMapping("/plans/{id}")
  @Allow(Rule.ANYONE)
  @Operation(summary = "Reads a preferred plan with what was chosen")
  PlanJson plan(@PathVariable long id) {
    Plan plan = plans.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    return new PlanJson(plan, plans.candidates(id));
  }
}
