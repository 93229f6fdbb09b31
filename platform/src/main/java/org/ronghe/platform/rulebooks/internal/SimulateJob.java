package org.ronghe.platform.rulebooks.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.facts.FactBlocks;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.jobs.JobKind;
import org.ronghe.platform.jobs.JobRun;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.BlockJudge.Answered;
import org.ronghe.platform.rulebooks.internal.Dossiers.Known;
import org.ronghe.platform.rulebooks.internal.Simulations.Both;
import org.ronghe.platform.rulebooks.internal.Simulations.Simulation;
import org.ronghe.platform.web.Saying;
import org.ronghe.rules.link.Program;
import org.springframework.stereotype.Component;

/// Judges every firm by a draft and by the rulebook in force, block by block, in bulk.
@Component
class SimulateJob implements JobKind {
  static final String CODE = "rulebooks.simulate";

  private static final Actor NODE = Actor.system("rulebooks");

  private final Simulations simulations;
  private final Shelf shelf;
  private final Dossiers dossiers;
  private final FactBlocks blocks;

  SimulateJob(Simulations simulations, Shelf shelf, Dossiers dossiers, FactBlocks blocks) {
    this.simulations = simulations;
    this.shelf = shelf;
    this.dossiers = dossiers;
    this.blocks = blocks;
  }

  /// Which.
  record Input(long simulation) {}

  @Override
  public String code() {
    return CODE;
  }

  @Override
  public void run(JobRun run) throws InterruptedException {
    long id = run.input().path("simulation").asLong(0);
    Simulation simulation = in(() -> simulations.get(id));
    Draft draft = Draft.read(in(() -> simulations.findContent(id)).orElse(""), shelf);
    if (draft.rulebook().isEmpty()) {
      // Checked before it began: the rulebooks beside it are others by now.
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("rulebooks.simulate.outdated"));
    }
    Optional<Program> baseline = shelf.current().find(simulation.baseline());
    var after = new BlockJudge(draft.library(), draft.titles(baseline), simulation.asOf());
    List<FirmTitle> old =
        baseline
            .map(program -> FirmTitle.of(shelf.current(), program.id()::equals))
            .orElse(List.of());
    var before = new BlockJudge(shelf.current(), old, simulation.asOf());
    run.step("rulebooks.simulate.step");
    long total = in(() -> blocks.count(OrganisationKind.ENTERPRISE));
    long done = 0;
    long last = 0;
    while (true) {
      long from = last;
      List<Long> firms =
          in(() -> blocks.organisations(OrganisationKind.ENTERPRISE, from, CityJudge.BLOCK));
      if (firms.isEmpty()) {
        break;
      }
      List<Both> turns = turns(firms, before, after);
      in(() -> {
        simulations.put(id, turns);
        return true;
      });
      last = firms.getLast();
      done += firms.size();
      run.at(done, Math.max(done, total));
    }
    long firms = done;
    in(() -> {
      simulations.done(id, firms);
      return true;
    });
    run.log(Saying.of("rulebooks.simulate.done", firms));
    run.result("/titles/simulations/" + id);
  }

  private List<Both> turns(List<Long> firms, BlockJudge before, BlockJudge after)
      throws InterruptedException {
    Map<Long, Known> known = in(() -> dossiers.of(firms, null));
    Map<Long, Map<TitleKey, Answered>> was = before.answers(known);
    Map<Long, Map<TitleKey, Answered>> is = after.answers(known);
    var turns = new ArrayList<Both>();
    for (Long firm : firms) {
      Map<TitleKey, Answered> old = was.getOrDefault(firm, Map.of());
      Map<TitleKey, Answered> young = is.getOrDefault(firm, Map.of());
      var keys = new TreeSet<>(old.keySet());
      keys.addAll(young.keySet());
      for (TitleKey key : keys) {
        turns.add(new Both(firm, key.title(), code(old.get(key)), code(young.get(key))));
      }
    }
    return turns;
  }

  private static @Nullable String code(@Nullable Answered answered) {
    return answered == null ? null : answered.answer().code();
  }

  private static <T> T in(Supplier<T> work) {
    return Actors.getAs(NODE, () -> Objects.requireNonNull(work.get()));
  }
}
