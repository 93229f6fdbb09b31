package org.ronghe.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.ronghe.platform.facts.dictionary.Dictionary;
import org.ronghe.platform.rulebooks.NodeFactTypes;
import org.ronghe.rules.Rulebooks;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Gaps;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.fast.BulkEvaluator;
import org.ronghe.rules.fast.FactColumns;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.link.Slots;
import org.ronghe.rules.link.TitleSlots;
import org.ronghe.rules.page.EvaluationText;
import org.ronghe.rules.page.Wording;
import org.ronghe.rules.source.Language;
import org.ronghe.rules.source.Problems;

/// Rulebooks over many made-up firms: the nightly run, one firm with reasons and gaps, and the
/// technology SME against a method written by hand. Prints Markdown; writes the firms and answers
/// for peers of other processes.
///
/// Usage: `RulesBench FIRMS PEER_FIRMS PEER_FILE`; 0 firms leave a part out.
public final class RulesBench {
  private static final String TECH_SME = "cn-tech-sme-2017-115";

  /// The order of the columns that peers read.
  static final List<String> TECH_SME_INPUTS =
      List.of(
          "resident",
          "staff",
          "sales",
          "assets",
          "restricted",
          "events",
          "abnormal",
          "dishonest",
          "high_tech",
          "awards",
          "institution",
          "standards",
          "tech_staff",
          "rd",
          "costs",
          "class_one",
          "class_two");

  /// Titles, classes and benefits that an enterprise can be judged for.
  private static final List<String> ENTERPRISE =
      List.of(
          "cn-tech-sme-2017-115",
          "cn-innovative-sme-2022-63",
          "cn-zjtx-sme-2022-63",
          "cn-little-giant-2022-63",
          "cn-gradient-2026-2",
          "cn-high-tech-enterprise-2016",
          "cn-manufacturing-champion-2023-138",
          "cn-gazelle-unicorn-local",
          "cn-enterprise-size-2017-213",
          "cn-sme-digital-level",
          "cn-wuhan-sme-digital-subsidy",
          "cn-innovation-points",
          "eu-sme-2003-361",
          "eu-dma");

  private static final Engine.Request REQUEST =
      new Engine.Request(LocalDate.of(2026, 5, 1), CaseKind.FIRST, true);

  private final NodeFactTypes types = new NodeFactTypes(Dictionary.shipped());
  private final Library library;
  private final List<Program> programs;

  private RulesBench() {
    var problems = new Problems();
    library = Library.of(Rulebooks.read(problems), types, problems);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(problems.sorted().toString());
    }
    programs =
        library.programs().stream().filter(program -> ENTERPRISE.contains(program.id())).toList();
  }

  /// Runs all of it.
  public static void main(String[] arguments) throws Exception {
    var bench = new RulesBench();
    int firms = Integer.parseInt(arguments[0]);
    int peers = Integer.parseInt(arguments[1]);
    if (firms > 0) {
      bench.nightly(firms);
      bench.single(400);
    }
    if (peers > 0) {
      bench.byHand(peers, Path.of(arguments[2]));
    }
  }

  private FactColumns columns(int firms, List<Facts> keep) {
    var made = new MadeUpFirms(42, types, programs);
    var builder = new FactColumns.Builder();
    for (int i = 0; i < firms; i++) {
      var facts = made.next();
      builder.add(facts);
      keep.add(i < 20_000 ? facts : Facts.NONE);
    }
    return builder.build();
  }

  private void nightly(int firms) throws InterruptedException {
    var some = new ArrayList<Facts>();
    var columns = columns(firms, some);
    System.gc();
    long before = used();
    var bulk = new BulkEvaluator(library, programs, columns, REQUEST);
    int titles = bulk.titles().size();
    say("## Nightly run: %,d firms, %d rulebooks, %d titles%n", firms, programs.size(), titles);
    say("| | seconds | evaluations a second | answers |");
    say("|---|---|---|---|");
    for (int threads : new int[] {2, 1}) {
      double best = Double.MAX_VALUE;
      String counts = "";
      for (int run = 0; run < (threads == 2 ? 2 : 1); run++) {
        long start = System.nanoTime();
        var answers = bulk.run(threads);
        best = Math.min(best, (System.nanoTime() - start) / 1e9);
        counts = judged(bulk, answers, some);
      }
      say(
          "| %d thread%s | %.2f | %,.0f | %s |",
          threads, threads == 1 ? "" : "s", best, titles * (double) firms / best, counts);
    }
    System.gc();
    say(
        "%nMemory of the facts: %,d MB; beside them after all runs: %,d MB.%n",
        before / 1_000_000, Math.max(0, used() - before) / 1_000_000);
  }

  /// Compares some firms with the explaining engine.
  private String judged(
      BulkEvaluator bulk, org.ronghe.rules.fast.BulkAnswers answers, List<Facts> some) {
    var engine = new Engine(types);
    int differing = 0;
    int checked = 0;
    int title = 0;
    for (var program : programs) {
      for (var one : program.titles()) {
        for (int firm = 0; firm < Math.min(300, some.size()); firm++) {
          var expected =
              engine.evaluate(program, one, Dossier.of(some.get(firm)), REQUEST).answer();
          differing += expected == answers.answer(title, firm) ? 0 : 1;
          checked++;
        }
        title++;
      }
    }
    if (title != bulk.titles().size()) {
      throw new IllegalStateException(title + " titles");
    }
    return differing == 0
        ? String.format(Locale.ROOT, "%,d equal to the explaining engine's", checked)
        : differing + " differ";
  }

  private static long used() {
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private void single(int count) {
    var made = new MadeUpFirms(7, types, programs);
    var engine = new Engine(types);
    var wordings = new HashMap<String, Wording>();
    programs.forEach(program ->
        wordings.put(program.id(), new Wording(program.rulebook(), types, Language.CHINESE)));
    long[] nanos = new long[count];
    long lines = 0;
    for (int i = -count / 2; i < count; i++) {
      var dossier = Dossier.of(made.next());
      long start = System.nanoTime();
      for (var program : programs) {
        for (var title : program.titles()) {
          var evaluation = engine.evaluate(program, title, dossier, REQUEST);
          var gaps = Gaps.find(program, title, dossier, REQUEST, types);
          lines +=
              new EvaluationText(Objects.requireNonNull(wordings.get(program.id())))
                  .lines(evaluation, title.title().name(), gaps)
                  .size();
        }
      }
      if (i >= 0) {
        nanos[i] = System.nanoTime() - start;
      }
    }
    Arrays.sort(nanos);
    say("## One firm, all rulebooks, with reasons, gaps and explanation%n");
    say("| firms | p50 ms | p95 ms | p99 ms | max ms | lines of explanation |");
    say("|---|---|---|---|---|---|");
    say(
        "| %,d | %.2f | %.2f | %.2f | %.2f | %,d |%n",
        count,
        nanos[count / 2] / 1e6,
        nanos[count * 95 / 100] / 1e6,
        nanos[count * 99 / 100] / 1e6,
        nanos[count - 1] / 1e6,
        lines);
  }

  private void byHand(int firms, Path file) throws IOException {
    var program = library.find(TECH_SME).orElseThrow();
    var some = new ArrayList<Facts>();
    var columns = columns(firms, some);
    var bulk = new BulkEvaluator(library, List.of(program), columns, REQUEST);
    var prepared = bulk.prepare();
    var title = program.titles().getFirst();
    Map<String, Slot> slots = new HashMap<>();
    for (var slot : TitleSlots.of(title)) {
      slots.put(name(title, slot), slot);
    }
    var values = new double[TECH_SME_INPUTS.size()][];
    var known = new boolean[TECH_SME_INPUTS.size()][];
    for (int k = 0; k < values.length; k++) {
      var slot = slots.get(TECH_SME_INPUTS.get(k));
      if (slot == null) {
        throw new IllegalStateException(TECH_SME_INPUTS.get(k) + " is not asked for");
      }
      values[k] = prepared.values(slot);
      known[k] = prepared.known(slot);
      if (slot.kind() == Slot.Kind.CODE) {
        for (int i = 0; i < firms; i++) {
          var code = prepared.code(slot, i);
          values[k][i] = code.equals("national") || code.equals("provincial") ? 1 : 0;
        }
      }
    }
    var hand = new TechSmeByHand(values, known);
    var answers = new Answer[firms];
    int differing = 0;
    var counts = new java.util.EnumMap<Answer, Integer>(Answer.class);
    for (int i = 0; i < firms; i++) {
      answers[i] = prepared.answer(0, i);
      differing += answers[i] == hand.answer(i) ? 0 : 1;
      counts.merge(answers[i], 1, Integer::sum);
    }
    double ours = Double.MAX_VALUE;
    double theirs = Double.MAX_VALUE;
    long sum = 0;
    for (int run = 0; run < 15; run++) {
      long start = System.nanoTime();
      for (int i = 0; i < firms; i++) {
        sum += prepared.answer(0, i) == Answer.MET ? 1 : 0;
      }
      ours = Math.min(ours, (System.nanoTime() - start) / (double) firms);
      start = System.nanoTime();
      for (int i = 0; i < firms; i++) {
        sum += hand.answer(i) == Answer.MET ? 1 : 0;
      }
      theirs = Math.min(theirs, (System.nanoTime() - start) / (double) firms);
    }
    say("## Technology SME, %,d firms, 1 thread, inputs in arrays%n", firms);
    say("Answers: %s.%n", counts);
    say("| | ns an evaluation | time ÷ ours | answers |");
    say("|---|---|---|---|");
    say("| **ours, compiled** | %.0f | | |", ours);
    say(
        "| by hand | %.0f | %.2f | %s |",
        theirs, theirs / ours, differing == 0 ? "same" : differing + " differ");
    explaining(program, some.subList(0, Math.min(20_000, firms)), answers, ours);
    write(file, values, known, answers);
    if (sum < 0) {
      throw new IllegalStateException(); // keeps the loops from being left out
    }
    System.err.printf(Locale.ROOT, "OURS_NS=%.2f%n", ours);
  }

  private static String name(Program.LinkedTitle title, Slot slot) {
    return names(title.requires()).getOrDefault(slot.index(), "");
  }

  private static Map<Integer, String> names(Program.Linked linked) {
    Map<Integer, String> names = new HashMap<>();
    switch (linked) {
      case Program.LinkedGroup group ->
          group.members().forEach(member -> names.putAll(names(member)));
      case Program.LinkedClause clause -> {
        if (clause.decision() instanceof Program.ByCondition by) {
          names.putAll(Slots.names(by.condition()));
        }
      }
    }
    return names;
  }

  private void explaining(Program program, List<Facts> firms, Answer[] answers, double ours) {
    var engine = new Engine(types);
    var title = program.titles().getFirst();
    double best = Double.MAX_VALUE;
    int differing = 0;
    for (int run = 0; run < 4; run++) {
      differing = 0;
      long start = System.nanoTime();
      for (int i = 0; i < firms.size(); i++) {
        var answer = engine.evaluate(program, title, Dossier.of(firms.get(i)), REQUEST).answer();
        differing += answer == answers[i] ? 0 : 1;
      }
      best = Math.min(best, (System.nanoTime() - start) / (double) firms.size());
    }
    say(
        "| ours, explaining, from facts | %.0f | %.0f | %s |",
        best, best / ours, differing == 0 ? "same" : differing + " differ");
  }

  /// One firm a line: its inputs in order, empty where not known, then the answer.
  private static void write(Path file, double[][] values, boolean[][] known, Answer[] answers)
      throws IOException {
    try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
      for (int i = 0; i < answers.length; i++) {
        var line = new StringBuilder();
        for (int k = 0; k < values.length; k++) {
          line.append(known[k][i] ? String.valueOf((long) values[k][i]) : "").append(',');
        }
        out.println(line + answers[i].code());
      }
    }
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
