package org.ronghe.rules.book;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ronghe.rules.book.Requirement.Clause;
import org.ronghe.rules.book.Requirement.Cost;
import org.ronghe.rules.book.Requirement.Group;
import org.ronghe.rules.book.Requirement.Head;
import org.ronghe.rules.book.Requirement.Test;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;
import org.ronghe.rules.source.Tree;
import org.ronghe.rules.source.Words;

/// Reads `requires` and `vetoes` of one title.
final class RequirementReader {
  /// The implicit clause that the rulebook applies at all.
  static final String IN_FORCE = "in-force";

  private static final Set<String> RESERVED = Set.of(IN_FORCE, "answer", "vetoes", "requires");

  private final Problems problems;
  private final Set<String> ids = new HashSet<>();

  RequirementReader(Problems problems) {
    this.problems = problems;
  }

  Requirement requires(Fields fields) {
    var found =
        fields.findFields("requires").flatMap(inner -> requirement("requires", inner, true));
    if (!fields.has("requires")) {
      fields.missing("requires");
    }
    return found.orElseGet(() ->
        new Group(
            new Head(
                "requires",
                fields.place(),
                Words.NONE,
                "",
                List.of(),
                Set.of(),
                Words.NONE,
                Optional.empty()),
            0,
            List.of()));
  }

  List<Clause> vetoes(Fields fields) {
    var vetoes = new ArrayList<Clause>();
    for (var veto : fields.each("vetoes")) {
      requirement("vetoes", veto, false)
          .ifPresent(requirement -> {
            if (requirement instanceof Clause clause) {
              vetoes.add(clause);
            } else {
              problems.add(ProblemCode.VALUE_WRONG, veto.place(), "vetoes", "if");
            }
          });
    }
    return vetoes;
  }

  /// @param path the id where none is written
  private Optional<Requirement> requirement(String path, Fields fields, boolean root) {
    boolean named = fields.has("id");
    var id = named ? fields.text("id") : path;
    if (named && (RESERVED.contains(id) || !ids.add(id))) {
      problems.add(ProblemCode.ID_TWICE, fields.placeOf("id"), id);
    }
    boolean group = fields.has("all") || fields.has("any") || fields.has("at-least");
    if (!named && !group && !root) {
      fields.missing("id");
    }
    boolean needsText = !group && !root;
    var head =
        new Head(
            id,
            fields.place(),
            needsText ? fields.words("text") : fields.findWords("text"),
            fields.findText("source").orElse(""),
            fields.texts("evidence"),
            cases(fields),
            fields.findWords("unconfirmed"),
            cost(fields));
    Optional<Requirement> result =
        group ? group(head, fields) : test(fields).map(test -> new Clause(head, test));
    fields.close();
    return result;
  }

  private Optional<Requirement> group(Head head, Fields fields) {
    var key = fields.has("all") ? "all" : fields.has("any") ? "any" : "of";
    var members = new ArrayList<Requirement>();
    int index = 1;
    var list = key.equals("of") ? fields.each("of") : fields.each(key);
    for (var member : list) {
      requirement(head.id() + "." + index++, member, false).ifPresent(members::add);
    }
    if (members.isEmpty()) {
      problems.add(ProblemCode.GROUP_EMPTY, fields.place(), head.id());
      return Optional.empty();
    }
    int least =
        switch (key) {
          case "all" -> members.size();
          case "any" -> 1;
          default -> fields.whole("at-least", 1, members.size());
        };
    return Optional.of(new Group(head, least, members));
  }

  private Optional<Test> test(Fields fields) {
    if (fields.has("if")) {
      return fields.findFormula("if").map(Requirement.Decided::new);
    }
    if (fields.has("human")) {
      return Optional.of(new Requirement.Judged(fields.words("human")));
    }
    if (fields.has("rulebook")) {
      var kind = fields.findText("case");
      kind.filter(code -> CaseKind.find(code).isEmpty())
          .ifPresent(code -> fields.wrong("case", String.join(", ", CaseKind.codes())));
      return Optional.of(
          new Requirement.Elsewhere(
              fields.text("rulebook"),
              fields.findText("title").orElse(""),
              kind.flatMap(CaseKind::find)));
    }
    problems.add(ProblemCode.TEST_MISSING, fields.place());
    return Optional.empty();
  }

  private Set<CaseKind> cases(Fields fields) {
    var kinds = EnumSet.noneOf(CaseKind.class);
    for (var code : fields.texts("cases")) {
      CaseKind.find(code)
          .ifPresentOrElse(
              kinds::add,
              () ->
                  problems.unknown(
                      ProblemCode.CASE_UNKNOWN, fields.placeOf("cases"), code, CaseKind.codes()));
    }
    return kinds;
  }

  private Optional<Cost> cost(Fields fields) {
    return fields
        .take("cost")
        .flatMap(tree -> {
          if (!(tree instanceof Tree.Mapping map)) {
            fields.wrong("cost", "{value: 2000 元, text: …}");
            return Optional.empty();
          }
          var cost = new Fields(map, problems);
          var amount = cost.findFormula("value");
          var text = cost.findWords("text");
          cost.close();
          return amount.map(formula -> new Cost(formula, text));
        });
  }
}
