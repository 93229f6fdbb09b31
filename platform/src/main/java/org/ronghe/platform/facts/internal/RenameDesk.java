package org.ronghe.platform.facts.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.Organisation;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Component;

/// Where an organisation is given another name from a day on.
@Component
class RenameDesk {
  private static final Set<String> CONTROLS = Set.of("name_zh", "name_en", "from", "reason");

  private final Organisations organisations;

  RenameDesk(Organisations organisations) {
    this.organisations = organisations;
  }

  Page form(View view, SubjectHead head) {
    Organisation now = organisations.find(head.id()).orElseThrow();
    var values =
        Map.of(
            "name_zh", now.names().zh(),
            "name_en", now.names().en(),
            "from", LocalDate.now(view.shell().zone()).toString(),
            "version", String.valueOf(now.version()));
    return Page.of("facts/rename.jte", new RenameForm(view, head, now.names(), Input.of(values)));
  }

  Answer take(View view, SubjectHead head, Map<String, String> values) {
    Input input = Input.of(values);
    var faults = new LinkedHashMap<String, String>();
    LocalDate from = FactInput.day("from", input, view.texts(), faults);
    if (from == null) {
      faults.putIfAbsent("from", view.text("facts.page.day.needed"));
    }
    if (input.value("reason").isEmpty()) {
      faults.put("reason", view.text("facts.reject.no-reason"));
    }
    input = input.withFaults(faults);
    int status = 400;
    if (faults.isEmpty() && from != null) {
      try {
        String version = input.value("version");
        organisations.rename(
            head.id(),
            new Names(input.value("name_zh"), input.value("name_en")),
            from,
            input.value("reason"),
            version.matches("[0-9]{1,18}") ? Long.parseLong(version) : 0);
        return Redirect.done(head.href(), "facts.page.rename.done");
      } catch (NodeProblem problem) {
        if (problem.code() == ProblemCode.CHANGED_MEANWHILE) {
          Organisation now = organisations.find(head.id()).orElseThrow();
          var kept = new HashMap<>(input.values());
          kept.put("version", String.valueOf(now.version()));
          input =
              Input.of(kept)
                  .withFault(
                      Input.WHOLE, view.text("facts.page.rename.changed", now.names().main()));
          status = 412;
        } else {
          input = InputFaults.shown(problem, input, view.texts(), CONTROLS);
        }
      }
    }
    Names now = organisations.find(head.id()).orElseThrow().names();
    return Page.of("facts/rename.jte", new RenameForm(view, head, now, input)).withStatus(status);
  }
}
