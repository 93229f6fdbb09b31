package org.ronghe.rules.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ronghe.rules.book.Contents;
import org.ronghe.rules.book.Definition;
import org.ronghe.rules.book.Formula;
import org.ronghe.rules.book.Requirement;
import org.ronghe.rules.book.Rulebook;
import org.ronghe.rules.book.ValueRule;
import org.ronghe.rules.language.Expression;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.source.Place;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;

/// Whether every clause says where it comes from, and every input serves something.
final class SourceCheck {
  private final Rulebook rulebook;
  private final Problems problems;
  private final Set<String> used = new HashSet<>();
  private final Set<String> nested = new HashSet<>();

  SourceCheck(Program program, Problems problems) {
    rulebook = program.rulebook();
    this.problems = problems;
  }

  void run() {
    var contents = rulebook.contents();
    var file = rulebook.origin().file().replaceAll(".*[/\\\\]", "");
    if (!file.equals(rulebook.id() + ".yaml")) {
      problems.add(ProblemCode.FILE_NAME, new Place(rulebook.origin().file(), 1), rulebook.id());
    }
    contents.definitions().values().forEach(this::collectNested);
    contents.definitions().values().forEach(this::definition);
    contents
        .tables()
        .values()
        .forEach(table -> {
          source(table.id(), table.source(), "", table.place());
          used.add(table.key());
        });
    contents
        .groups()
        .values()
        .forEach(group -> source(group.id(), group.source(), "", group.place()));
    contents.titles().forEach(this::title);
    for (var remark : contents.remarks()) {
      source(remark.id(), remark.source(), "", remark.place());
      uses(remark.condition());
    }
    contents.windows().forEach(window -> source("windows", window.source(), "", window.place()));
    for (var input : rulebook.inputs().values()) {
      if (!used.contains(input.name())) {
        problems.add(ProblemCode.INPUT_UNUSED, input.place(), input.name());
      }
    }
  }

  private void title(Contents.Title title) {
    requirement(title.requires(), "");
    title.vetoes().forEach(veto -> requirement(veto, ""));
    title
        .benefits()
        .forEach(benefit -> source(benefit.id(), benefit.source(), "", benefit.place()));
  }

  private void requirement(Requirement requirement, String inherited) {
    var head = requirement.head();
    evidence(head.evidence(), head.place());
    var own = head.source().isEmpty() ? inherited : head.source();
    switch (requirement) {
      case Requirement.Group group -> {
        if (!head.source().isEmpty()) {
          source(head.id(), head.source(), "", head.place());
        }
        group.members().forEach(member -> requirement(member, own));
      }
      case Requirement.Clause clause -> {
        source(head.id(), head.source(), inherited, head.place());
        if (clause.test() instanceof Requirement.Decided decided) {
          uses(decided.condition());
        }
        head.cost().ifPresent(cost -> uses(cost.amount()));
      }
    }
  }

  private void collectNested(Definition definition) {
    switch (definition.rule()) {
      case ValueRule.Sum sum -> nested.addAll(sum.parts());
      case ValueRule.Better better -> nested.addAll(better.options());
      case ValueRule.Computed _, ValueRule.Banded _, ValueRule.Cases _, ValueRule.ByCode _ -> {}
    }
  }

  private void definition(Definition definition) {
    var label = definition.label();
    evidence(label.evidence(), definition.place());
    if (definition.isScore() && !nested.contains(definition.id())) {
      source(definition.id(), label.source(), "", definition.place());
    } else if (!label.source().isEmpty()) {
      source(definition.id(), label.source(), "", definition.place());
    }
    switch (definition.rule()) {
      case ValueRule.Computed computed -> uses(computed.formula());
      case ValueRule.Banded banded -> uses(banded.measure());
      case ValueRule.Cases cases ->
          cases
              .rows()
              .forEach(row -> {
                row.condition().ifPresent(this::uses);
                if (row.outcome() instanceof ValueRule.Worth worth) {
                  uses(worth.formula());
                }
              });
      case ValueRule.ByCode byCode -> uses(byCode.code());
      case ValueRule.Sum sum -> used.addAll(sum.parts());
      case ValueRule.Better better -> used.addAll(better.options());
    }
  }

  private void source(String id, String source, String inherited, Place place) {
    var text = source.isEmpty() ? inherited : source;
    if (text.isEmpty()) {
      problems.add(ProblemCode.SOURCE_MISSING, place, id);
      return;
    }
    var name = text.split("[ ,，]", 2)[0];
    if (!rulebook.sources().containsKey(name)) {
      problems.unknown(ProblemCode.SOURCE_UNKNOWN, place, name, rulebook.sources().keySet());
    }
  }

  private void evidence(List<String> ids, Place place) {
    for (var id : ids) {
      if (!rulebook.evidence().containsKey(id)) {
        problems.unknown(ProblemCode.EVIDENCE_UNKNOWN, place, id, rulebook.evidence().keySet());
      }
    }
  }

  private void uses(Formula formula) {
    uses(formula.expression());
  }

  private void uses(Expression expression) {
    switch (expression) {
      case Expression.Name name -> used.add(name.word());
      case Expression.CountWhere count -> used.add(count.input());
      case Expression.Call call -> call.arguments().forEach(this::uses);
      case Expression.Binary binary -> {
        uses(binary.left());
        uses(binary.right());
      }
      case Expression.Negative negative -> uses(negative.operand());
      case Expression.Compare compare -> {
        uses(compare.left());
        uses(compare.right());
      }
      case Expression.Among among -> uses(among.left());
      case Expression.Junction junction -> junction.operands().forEach(this::uses);
      case Expression.Not not -> uses(not.operand());
      case Expression.Literal _,
          Expression.Day _,
          Expression.Span _,
          Expression.Truth _,
          Expression.Cell _ -> {}
    }
  }
}
