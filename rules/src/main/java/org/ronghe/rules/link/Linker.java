package org.ronghe.rules.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ronghe.rules.book.Contents;
import org.ronghe.rules.book.Definition;
import org.ronghe.rules.book.Requirement;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.link.Node.Condition;
import org.ronghe.rules.link.Program.Linked;
import org.ronghe.rules.link.Program.LinkedClause;
import org.ronghe.rules.link.Program.LinkedGroup;
import org.ronghe.rules.link.Program.LinkedTitle;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;

/// Resolves the names of one rulebook.
final class Linker {
  private final Rulebook rulebook;
  private final Function<String, Optional<Program>> others;
  private final Problems problems;
  private final ExpressionLinker expressions;
  private final ValueLinker valueLinker;
  private final Map<String, Optional<Program.Value>> values = new LinkedHashMap<>();
  private final Set<String> open = new LinkedHashSet<>();
  private final List<Program.Value> done = new ArrayList<>();

  /// @param others the program of another rulebook; asking for one that is being linked gives
  ///   nothing
  Linker(
      Rulebook rulebook,
      FactTypes types,
      SlotTable slots,
      Function<String, Optional<Program>> others,
      Problems problems) {
    this.rulebook = rulebook;
    this.others = others;
    this.problems = problems;
    var inputs = new InputLinker(rulebook, types, slots, others, problems);
    expressions = new ExpressionLinker(rulebook, inputs, this::value, problems);
    valueLinker = new ValueLinker(expressions, this::value, problems);
  }

  Program link() {
    rulebook.contents().definitions().keySet().forEach(id -> value(id, definition(id).place()));
    var titles = new ArrayList<LinkedTitle>();
    for (var title : rulebook.contents().titles()) {
      titles.add(title(title));
    }
    var remarks = new ArrayList<Condition>();
    for (var remark : rulebook.contents().remarks()) {
      expressions.condition(remark.condition()).ifPresent(remarks::add);
    }
    return new Program(rulebook, done, titles, remarks);
  }

  private Definition definition(String id) {
    return java.util.Objects.requireNonNull(rulebook.contents().definitions().get(id));
  }

  /// A value of the rulebook, linked when it is first asked for.
  private Optional<Program.Value> value(String id, Place asker) {
    var known = values.get(id);
    if (known != null) {
      return known;
    }
    var definition = rulebook.contents().definitions().get(id);
    if (definition == null) {
      return Optional.empty();
    }
    if (!open.add(id)) {
      problems.add(ProblemCode.CIRCLE, asker, String.join(" → ", open) + " → " + id);
      return Optional.empty();
    }
    var node = valueLinker.node(definition);
    open.remove(id);
    var value =
        node.map(n ->
            new Program.Value(done.size(), definition, n, ValueLinker.parts(definition.rule())));
    value.ifPresent(done::add);
    values.put(id, value);
    return value;
  }

  private LinkedTitle title(Contents.Title title) {
    var vetoes = new ArrayList<LinkedClause>();
    for (var veto : title.vetoes()) {
      if (linked(veto).orElse(null) instanceof LinkedClause clause) {
        vetoes.add(clause);
      }
    }
    for (var outcome : title.outcomes()) {
      known(outcome, title.requires().head().place());
    }
    for (var benefit : title.benefits()) {
      benefit.amount().ifPresent(id -> known(id, benefit.place()));
    }
    var requires =
        linked(title.requires())
            .orElseGet(() -> new LinkedGroup(title.requires().head(), 0, List.of()));
    return new LinkedTitle(title, title.validity().orElse(rulebook.validity()), requires, vetoes);
  }

  private void known(String id, Place place) {
    if (value(id, place).isEmpty() && !rulebook.contents().definitions().containsKey(id)) {
      problems.unknown(
          ProblemCode.NAME_UNKNOWN, place, id, rulebook.contents().definitions().keySet());
    }
  }

  private Optional<Linked> linked(Requirement requirement) {
    return switch (requirement) {
      case Requirement.Group group -> {
        var members = new ArrayList<Linked>();
        group.members().forEach(member -> linked(member).ifPresent(members::add));
        int least = group.all() ? members.size() : group.least();
        yield Optional.of(new LinkedGroup(group.head(), least, members));
      }
      case Requirement.Clause clause ->
          decision(clause)
              .map(decision ->
                  new LinkedClause(
                      clause.head(),
                      decision,
                      clause.head().cost().flatMap(cost -> expressions.number(cost.amount()))));
    };
  }

  private Optional<Program.Decision> decision(Requirement.Clause clause) {
    return switch (clause.test()) {
      case Requirement.Decided decided ->
          expressions.condition(decided.condition()).map(Program.ByCondition::new);
      case Requirement.Judged judged -> Optional.of(new Program.ByPerson(judged.by()));
      case Requirement.Elsewhere elsewhere -> elsewhere(elsewhere, clause.head().place());
    };
  }

  private Optional<Program.Decision> elsewhere(Requirement.Elsewhere elsewhere, Place place) {
    var program = others.apply(elsewhere.rulebook());
    if (program.isEmpty()) {
      problems.add(ProblemCode.RULEBOOK_UNKNOWN, place, elsewhere.rulebook());
      return Optional.empty();
    }
    var titles = program.get().titles();
    var title =
        elsewhere.title().isEmpty() && titles.size() == 1
            ? Optional.of(titles.getFirst())
            : program.get().findTitle(elsewhere.title());
    if (title.isEmpty()) {
      problems.unknown(
          ProblemCode.TITLE_UNKNOWN,
          place,
          elsewhere.title(),
          titles.stream().map(t -> t.title().id()).toList());
    }
    return title.map(t -> new Program.ByRulebook(program.get(), t, elsewhere.kind()));
  }
}
