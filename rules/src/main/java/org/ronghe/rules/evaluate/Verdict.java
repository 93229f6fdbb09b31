package org.ronghe.rules.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.book.Requirement;
import org.ronghe.rules.evaluate.Engine.Request;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.link.Program.Linked;
import org.ronghe.rules.link.Program.LinkedClause;
import org.ronghe.rules.link.Program.LinkedGroup;
import org.ronghe.rules.link.Program.LinkedTitle;

/// The answer of a title alone: what [Engine] says, without the reasons.
final class Verdict {
  private final Evaluator evaluator;

  private Verdict(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  static Answer of(LinkedTitle title, Request request, Evaluator evaluator) {
    return new Verdict(evaluator).title(title, request);
  }

  private Answer title(LinkedTitle title, Request request) {
    if (!applies(title.requires().head(), request)) {
      return Answer.MET;
    }
    var tested = new ArrayList<Answer>();
    tested.add(
        Answer.of(request.regardless() || Engine.applies(title, request.kind(), request.asOf())));
    for (var veto : title.vetoes()) {
      clause(veto, request).map(Answer::opposite).ifPresent(tested::add);
    }
    linked(title.requires(), request).ifPresent(tested::add);
    return Answer.atLeast(tested.size(), tested);
  }

  private static boolean applies(Requirement.Head head, Request request) {
    return head.cases().isEmpty() || head.cases().contains(request.kind());
  }

  /// Nothing if it is not tested in this kind of case.
  private Optional<Answer> linked(Linked linked, Request request) {
    return switch (linked) {
      case LinkedClause clause -> clause(clause, request);
      case LinkedGroup group -> group(group, request);
    };
  }

  private Optional<Answer> group(LinkedGroup group, Request request) {
    List<Answer> tested = new ArrayList<>();
    for (var member : group.members()) {
      linked(member, request).ifPresent(tested::add);
    }
    if (!applies(group.head(), request) || tested.isEmpty()) {
      return Optional.empty();
    }
    int least = group.least() == group.members().size() ? tested.size() : group.least();
    return Optional.of(Answer.atLeast(least, tested));
  }

  private Optional<Answer> clause(LinkedClause clause, Request request) {
    if (!applies(clause.head(), request)) {
      return Optional.empty();
    }
    return Optional.of(
        switch (clause.decision()) {
          case Program.ByCondition by -> evaluator.answer(by.condition());
          case Program.ByPerson _ -> Answer.NEEDS_HUMAN;
          case Program.ByRulebook by ->
              title(
                  by.title(),
                  new Request(
                      request.asOf(), by.kind().orElse(request.kind()), request.regardless()));
        });
  }
}
