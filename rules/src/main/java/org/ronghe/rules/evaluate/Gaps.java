package org.ronghe.rules.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ronghe.rules.evaluate.Engine.Request;
import org.ronghe.rules.evaluate.Gap.Change;
import org.ronghe.rules.evaluate.Gap.Kind;
import org.ronghe.rules.evaluate.Gap.Lever;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.link.Program.Linked;
import org.ronghe.rules.link.Program.LinkedClause;
import org.ronghe.rules.link.Program.LinkedGroup;
import org.ronghe.rules.link.Program.LinkedTitle;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.link.TitleSlots;

/// Finds the smallest sets of changes that turn the answer to met.
///
/// Which clauses must change follows from how they are joined; how far each input must go is found
/// by trying, so that it holds for whatever a clause is made of.
public final class Gaps {
  private static final int MOST_WAYS = 48;
  private static final int MOST_GAPS = 8;
  private static final int MOST_REPAIRS = 3;
  private static final Comparator<Gap> NEAREST_FIRST =
      Comparator.comparingInt((Gap gap) -> gap.changes().size())
          .thenComparingDouble(Gap::nearness)
          .thenComparing(Gaps::ids);

  private final Program program;
  private final LinkedTitle title;
  private final Request request;
  private final Situation situation;
  private final FactTypes types;
  private final int repairs;

  private Gaps(
      Program program,
      LinkedTitle title,
      Request request,
      Situation situation,
      FactTypes types,
      int repairs) {
    this.program = program;
    this.title = title;
    this.request = request;
    this.situation = situation;
    this.types = types;
    this.repairs = repairs;
  }

  /// The nearest gaps first: fewest changes, then the least relative changes. None where the answer
  /// is met, or where nothing the firm could do would help.
  public static List<Gap> find(
      Program program, LinkedTitle title, Dossier dossier, Request request, FactTypes types) {
    var situation = new Situation(dossier, request.asOf(), types, TitleSlots.of(title));
    return new Gaps(program, title, request, situation, types, MOST_REPAIRS).find();
  }

  private List<Gap> find() {
    var inForce = inForce();
    if (inForce.isEmpty()) {
      return List.of();
    }
    var ways = List.of(inForce.get());
    for (var veto : title.vetoes()) {
      ways = product(ways, clause(veto, true));
    }
    ways = product(ways, ways(title.requires()));
    if (ways.stream().anyMatch(List::isEmpty)) {
      return List.of();
    }
    var candidates = smallest(ways).stream().map(this::gap).sorted(NEAREST_FIRST).toList();
    // The nearest few are tried, not all.
    var working = candidates.stream().filter(this::works).limit(MOST_GAPS).toList();
    return working.isEmpty() && repairs > 0 ? repaired(candidates) : working;
  }

  /// Changes that spoil another clause, such as more revenue of which the main business is too
  /// small a part by then, with what sets that right.
  private List<Gap> repaired(List<Gap> candidates) {
    var found = new ArrayList<Gap>();
    for (var candidate : candidates.stream().limit(repairs == MOST_REPAIRS ? 2 : 1).toList()) {
      var chosen = chosen(candidate);
      if (chosen.isEmpty()) {
        continue;
      }
      var rest =
          new Gaps(program, title, request, situation.after(chosen), types, repairs - 1).find();
      if (!rest.isEmpty()) {
        found.add(joined(candidate, rest.getFirst()));
      }
    }
    return found.stream().sorted(NEAREST_FIRST).distinct().toList();
  }

  /// Both together: one way is tried, so each change keeps the one input that was.
  private Gap joined(Gap first, Gap then) {
    var changes = new ArrayList<Change>();
    for (var change : first.changes()) {
      changes.add(change.kind() == Kind.CHANGE ? with(change, change.levers().getFirst()) : change);
    }
    for (var change : then.changes()) {
      if (change.kind() == Kind.CHANGE && !change.levers().isEmpty()) {
        var lever = change.levers().getFirst();
        changes.removeIf(one -> one.clause().equals(change.clause()));
        changes.add(with(change, fromTheStart(lever, first)));
      } else if (changes.stream().noneMatch(one -> one.clause().equals(change.clause()))) {
        changes.add(change);
      }
    }
    return gap(changes);
  }

  private static Change with(Change change, Lever lever) {
    return new Change(
        change.clause(),
        change.text(),
        change.kind(),
        List.of(lever),
        change.notBefore(),
        change.cost());
  }

  /// A lever that moves on what was moved before starts where the firm is today.
  private static Lever fromTheStart(Lever lever, Gap before) {
    return before.changes().stream()
        .filter(change -> change.kind() == Kind.CHANGE)
        .map(change -> change.levers().getFirst())
        .filter(one -> one.input().equals(lever.input()) && one.year().equals(lever.year()))
        .findFirst()
        .map(one -> new Lever(lever.input(), one.from(), lever.to(), lever.unit(), lever.year()))
        .orElse(lever);
  }

  private static String ids(Gap gap) {
    return gap.changes().stream().map(Change::clause).collect(Collectors.joining(" "));
  }

  /// No change if the rulebook applies, a wait if it will, nothing if it no longer does.
  private Optional<List<Change>> inForce() {
    if (request.regardless()) {
      return Optional.of(List.of());
    }
    var days = title.validity().find(request.kind());
    if (days.isEmpty() || request.asOf().isAfter(days.get().until())) {
      return Optional.empty();
    }
    var from = days.get().from();
    return Optional.of(
        request.asOf().isBefore(from)
            ? List.of(
                new Change(
                    Engine.IN_FORCE,
                    Engine.IN_FORCE_TEXT,
                    Kind.TIME,
                    List.of(),
                    Optional.of(from),
                    Optional.empty()))
            : List.of());
  }

  private List<List<Change>> ways(Linked linked) {
    if (!linked.head().cases().isEmpty() && !linked.head().cases().contains(request.kind())) {
      return List.of(List.of());
    }
    return switch (linked) {
      case LinkedClause clause -> clause(clause, false);
      case LinkedGroup group -> group(group);
    };
  }

  private List<List<Change>> group(LinkedGroup group) {
    var members = group.members().stream().filter(this::applies).map(this::ways).toList();
    if (members.isEmpty()) {
      return List.of(List.of());
    }
    int least = group.least() == group.members().size() ? members.size() : group.least();
    // Ways that give at least k of the members so far.
    var reached = new ArrayList<List<List<Change>>>();
    reached.add(List.of(List.of()));
    for (var member : members) {
      for (int k = Math.min(least, reached.size()); k >= 1; k--) {
        var with = product(reached.get(k - 1), member);
        if (k == reached.size()) {
          reached.add(with);
        } else {
          var all = new ArrayList<>(reached.get(k));
          all.addAll(with);
          reached.set(k, smallest(all));
        }
      }
    }
    return reached.size() > least ? reached.get(least) : List.of();
  }

  private boolean applies(Linked linked) {
    return linked.head().cases().isEmpty() || linked.head().cases().contains(request.kind());
  }

  private static List<List<Change>> product(List<List<Change>> a, List<List<Change>> b) {
    var all = new ArrayList<List<Change>>();
    for (var left : a) {
      for (var right : b) {
        var both = new ArrayList<>(left);
        for (var change : right) {
          if (both.stream().noneMatch(one -> one.clause().equals(change.clause()))) {
            both.add(change);
          }
        }
        all.add(both);
      }
    }
    return smallest(all);
  }

  /// Drops what holds another way in full, and keeps the smallest.
  private static List<List<Change>> smallest(List<List<Change>> ways) {
    var kept = new ArrayList<List<Change>>();
    for (var way : ways.stream().sorted(Comparator.comparingInt(List::size)).toList()) {
      if (kept.size() < MOST_WAYS && kept.stream().noneMatch(way::containsAll)) {
        kept.add(way);
      }
    }
    return kept;
  }

  private List<List<Change>> clause(LinkedClause clause, boolean veto) {
    var head = clause.head();
    if (!head.cases().isEmpty() && !head.cases().contains(request.kind())) {
      return List.of(List.of());
    }
    var cost = clause.cost().map(situation.evaluator()::number);
    return switch (clause.decision()) {
      case Program.ByPerson _ ->
          List.of(
              List.of(
                  new Change(
                      head.id(), head.text(), Kind.JUDGEMENT, List.of(), Optional.empty(), cost)));
      case Program.ByRulebook by -> {
        var kind = by.kind().orElse(request.kind());
        var answer =
            Verdict.of(
                by.title(),
                new Request(request.asOf(), kind, request.regardless()),
                situation.evaluator());
        yield answer == Answer.MET
            ? List.of(List.of())
            : List.of(
                List.of(
                    new Change(
                        head.id(), head.text(), Kind.TITLE, List.of(), Optional.empty(), cost)));
      }
      case Program.ByCondition by -> {
        var wanted = veto ? Answer.NOT_MET : Answer.MET;
        var answer = situation.evaluator().answer(by.condition());
        yield answer == wanted ? List.of(List.of()) : condition(clause, by, answer, wanted, cost);
      }
    };
  }

  private List<List<Change>> condition(
      LinkedClause clause,
      Program.ByCondition by,
      Answer answer,
      Answer wanted,
      Optional<Quantity> cost) {
    var head = clause.head();
    var levers = new Levers(situation, types);
    var all = new ArrayList<List<Change>>();
    if (answer == Answer.NOT_MET || answer == Answer.MET) {
      new ScoreWays(program, situation, levers).of(by.condition(), all);
      var time = situation.earliest(by.condition(), wanted);
      if (all.isEmpty()) {
        var found =
            levers.of(by.condition(), evaluator -> evaluator.answer(by.condition()) == wanted);
        all.add(
            List.of(
                new Change(
                    head.id(),
                    head.text(),
                    found.isEmpty() && time.isPresent() ? Kind.TIME : Kind.CHANGE,
                    found,
                    time,
                    cost)));
      }
      return all;
    }
    var open = levers.open(by.condition());
    all.add(
        List.of(
            new Change(
                head.id(),
                head.text(),
                answer == Answer.DATA_MISSING ? Kind.DATA : Kind.JUDGEMENT,
                open,
                Optional.empty(),
                cost)));
    return all;
  }

  private Gap gap(List<Change> changes) {
    double nearness = changes.stream().mapToDouble(this::nearness).sum();
    Optional<LocalDate> notBefore =
        changes.stream()
            .filter(change -> change.levers().isEmpty())
            .flatMap(change -> change.notBefore().stream())
            .max(Comparator.naturalOrder());
    return new Gap(changes, nearness, notBefore);
  }

  private double nearness(Change change) {
    return switch (change.kind()) {
      case CHANGE -> change.levers().stream().mapToDouble(Levers::nearness).min().orElse(2);
      case DATA -> 0.5;
      case JUDGEMENT -> 0.75;
      case TITLE -> 1.5;
      case TIME ->
          change
              .notBefore()
              .map(day -> (day.toEpochDay() - request.asOf().toEpochDay()) / 3650.0)
              .orElse(2.0);
    };
  }

  /// Tries a gap whose every change has a lever: together they must give the answer. Changes that
  /// only data, a person or time can make are not tried.
  private boolean works(Gap gap) {
    if (gap.changes().stream()
        .anyMatch(change -> change.kind() == Kind.CHANGE && change.levers().isEmpty())) {
      return true; // no single input would do: the distances of the clause have to say it
    }
    var changed = situation.spread(chosen(gap));
    boolean onlyChanges = gap.changes().stream().allMatch(change -> change.kind() == Kind.CHANGE);
    var answer = Verdict.of(title, request, situation.with(changed));
    return onlyChanges ? answer == Answer.MET : answer != Answer.NOT_MET || hasTime(gap);
  }

  /// What is tried: the nearest lever of each change, and of two that move the same the farther.
  private Map<Slot, Content> chosen(Gap gap) {
    Map<Object, Lever> chosen = new LinkedHashMap<>();
    for (var change : gap.changes()) {
      if (change.kind() == Kind.CHANGE && !change.levers().isEmpty()) {
        var lever = change.levers().getFirst();
        chosen.merge(
            Situation.figure(situation.slot(lever)),
            lever,
            (a, b) -> Levers.nearness(a) >= Levers.nearness(b) ? a : b);
      }
    }
    Map<Slot, Content> changes = new LinkedHashMap<>();
    chosen.forEach((_, lever) -> changes.put(situation.slot(lever), lever.to()));
    return changes;
  }

  private static boolean hasTime(Gap gap) {
    return gap.changes().stream()
        .anyMatch(change -> change.kind() == Kind.TIME || change.kind() == Kind.TITLE);
  }
}
