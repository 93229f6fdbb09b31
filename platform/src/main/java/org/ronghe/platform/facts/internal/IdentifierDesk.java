package org.ronghe.platform.facts.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ronghe.platform.facts.Identifier;
import org.ronghe.platform.facts.Identifiers;
import org.ronghe.platform.facts.NewIdentifier;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Component;

/// Where the identifiers of a subject are entered and retracted.
@Component
class IdentifierDesk {
  private final Identifiers identifiers;

  IdentifierDesk(Identifiers identifiers) {
    this.identifiers = identifiers;
  }

  Page page(View view, SubjectHead head) {
    demandWritable(head);
    return page(view, head, Input.empty());
  }

  private Page page(View view, SubjectHead head, Input input) {
    return Page.of(
        "facts/identifiers.jte",
        new IdentifiersPage(view, head, identifiers.of(head.id()), head.kind().schemes(), input));
  }

  Answer add(View view, SubjectHead head, Map<String, String> values) {
    demandWritable(head);
    Input input = Input.of(values);
    Optional<IdentifierScheme> scheme =
        IdentifierScheme.find(input.value("scheme")).filter(head.kind().schemes()::contains);
    if (scheme.isEmpty()) {
      return page(view, head, input.withFault("scheme", view.text("facts.page.kind.needed")))
          .withStatus(400);
    }
    try {
      identifiers.add(head.id(), NewIdentifier.of(scheme.get(), input.value("value")));
      return Redirect.done(head.href(), "facts.page.identifier.done");
    } catch (NodeProblem problem) {
      Input shown = InputFaults.shown(problem, input, view.texts(), Set.of("value"));
      return page(view, head, shown).withStatus(problem.code().status());
    }
  }

  Answer retract(View view, SubjectHead head, long identifier, Map<String, String> values) {
    demandWritable(head);
    List<Identifier> all = identifiers.of(head.id());
    if (all.stream().noneMatch(one -> one.id() == identifier)) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    Input input = Input.of(values);
    if (input.value("reason").isEmpty()) {
      Input shown = input.withFault("reason-" + identifier, view.text("facts.reject.no-reason"));
      return page(view, head, shown).withStatus(400);
    }
    identifiers.retract(identifier, input.value("reason"));
    return Redirect.done(head.href() + "/identifiers", "facts.page.identifier.retracted");
  }

  private static void demandWritable(SubjectHead head) {
    if (!head.writable()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
  }
}
