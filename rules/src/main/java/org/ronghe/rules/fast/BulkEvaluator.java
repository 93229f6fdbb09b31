package org.ronghe.rules.fast;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.ronghe.rules.evaluate.Engine.Request;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.link.Program.LinkedTitle;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.link.TitleSlots;
import org.ronghe.rules.number.Exact;

/// Judges very many firms by many titles at once: the same answers as
/// [org.ronghe.rules.evaluate.Engine], without their reasons.
///
/// Comparisons are made in doubles with a bound of their error; where that cannot tell, exact
/// fractions decide. Memory beside the facts and answers is one block of firms a thread.
public final class BulkEvaluator {
  private static final int BLOCK = 1024;

  /// From so many firms on a class for each title is worth while.
  private static final int WRITTEN_FROM = 20_000;

  private final Library library;
  private final FactColumns facts;
  private final Request request;
  private final Map<String, Exact> parameters;
  private final Map<LinkedTitle, FastCondition> titles = new LinkedHashMap<>();
  private final List<Slot> wanted;
  private final int shared;

  /// Compiles all titles of some rulebooks, whose operator set no numbers.
  public BulkEvaluator(
      Library library, List<Program> programs, FactColumns facts, Request request) {
    this(library, programs, facts, request, Map.of());
  }

  /// Compiles all titles of some rulebooks.
  ///
  /// @param parameters numbers that the operator set for all firms, by name
  public BulkEvaluator(
      Library library,
      List<Program> programs,
      FactColumns facts,
      Request request,
      Map<String, Exact> parameters) {
    this(library, programs, facts, request, parameters, facts.firms() >= WRITTEN_FROM);
  }

  BulkEvaluator(
      Library library,
      List<Program> programs,
      FactColumns facts,
      Request request,
      Map<String, Exact> parameters,
      boolean written) {
    this.library = library;
    this.facts = facts;
    this.request = request;
    this.parameters = Map.copyOf(parameters);
    var compiler = new Compiler(library.types(), facts.codes());
    var slots = new LinkedHashMap<Integer, Slot>();
    for (var program : programs) {
      for (var title : program.titles()) {
        FastCondition condition = compiler.title(title, request);
        titles.put(title, written ? TitleCode.write(condition) : condition);
        TitleSlots.of(title).forEach(slot -> slots.put(slot.index(), slot));
      }
    }
    wanted = List.copyOf(slots.values());
    shared = compiler.shared();
  }

  /// The titles, in the order of the answers.
  public List<LinkedTitle> titles() {
    return List.copyOf(titles.keySet());
  }

  /// Judges all firms.
  ///
  /// @param threads how many work at it; the answers are the same for any number
  public BulkAnswers run(int threads) throws InterruptedException {
    var answers = new BulkAnswers(titles(), facts.firms());
    var conditions = titles.values().toArray(FastCondition[]::new);
    var next = new AtomicInteger();
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var jobs = new ArrayList<Future<?>>();
      for (int t = 0; t < threads; t++) {
        jobs.add(pool.submit(() -> work(conditions, next, answers)));
      }
      for (var job : jobs) {
        job.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return answers;
  }

  private void work(FastCondition[] conditions, AtomicInteger next, BulkAnswers answers) {
    var frames = new Frames(library.slots(), facts.codes(), BLOCK, wanted);
    var filler = new FrameFiller(facts, request.asOf(), library.types(), parameters);
    var register = new Register(shared);
    for (int first = next.getAndAdd(BLOCK); first < facts.firms(); first = next.getAndAdd(BLOCK)) {
      int count = Math.min(BLOCK, facts.firms() - first);
      filler.fill(frames, wanted, first, count);
      for (int i = 0; i < count; i++) {
        register.round++;
        for (int t = 0; t < conditions.length; t++) {
          answers.put(t, first + i, conditions[t].eval(frames, i, register));
        }
      }
    }
  }

  /// Makes frames of all firms, to measure evaluation without the filling.
  public PreparedFirms prepare() {
    var frames = new Frames(library.slots(), facts.codes(), facts.firms(), wanted);
    new FrameFiller(facts, request.asOf(), library.types(), parameters)
        .fill(frames, wanted, 0, facts.firms());
    return new PreparedFirms(
        frames, titles.values().toArray(FastCondition[]::new), new Register(shared));
  }
}
