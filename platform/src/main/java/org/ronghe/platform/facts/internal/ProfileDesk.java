package org.ronghe.platform.facts.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Component;

/// Where profiles are entered and changed. A change made from what is no longer there is not taken,
/// and not lost either: it is shown beside what somebody else saved.
@Component
class ProfileDesk {
  private static final String TEMPLATE = "facts/profile.jte";

  private final SubjectHeads heads;
  private final ProfileRecords records;

  ProfileDesk(SubjectHeads heads, ProfileRecords records) {
    this.heads = heads;
    this.records = records;
  }

  /// The empty form.
  Page blank(View view, SubjectKind kind) {
    demandEntering(view, kind);
    var values = new HashMap<>(Map.of("economy", "CN", "status", "active"));
    List<SubjectHead> own = heads.own(view.actor());
    if (kind != SubjectKind.ORGANISATION && own.size() == 1) {
      values.put("organisation", own.getFirst().name(view.language()));
    }
    return Page.of(TEMPLATE, form(view, kind, null, Input.of(values), Map.of()));
  }

  /// Takes the form of a new subject.
  Answer create(View view, SubjectKind kind, Map<String, String> values) {
    demandEntering(view, kind);
    Input input = records.checked(kind, true, Input.of(values), view.texts());
    if (input.faults().isEmpty()) {
      try {
        long id = records.create(kind, input);
        return Redirect.done(SubjectHead.room(kind) + "/" + id, "facts.page.new.done");
      } catch (NodeProblem problem) {
        input = InputFaults.shown(problem, input, view.texts(), controls(kind));
      }
    }
    return Page.of(TEMPLATE, form(view, kind, null, input, Map.of())).withStatus(400);
  }

  /// The form of a subject.
  Page edit(View view, SubjectHead head) {
    demandWritable(head);
    Input input = Input.of(records.values(head, view.language()));
    return Page.of(TEMPLATE, form(view, head.kind(), head, input, Map.of()));
  }

  /// Takes the form of a subject.
  Answer save(View view, SubjectHead head, Map<String, String> values) {
    demandWritable(head);
    Input input = records.checked(head.kind(), false, Input.of(values), view.texts());
    Map<String, String> theirs = Map.of();
    int status = 400;
    if (input.faults().isEmpty()) {
      try {
        records.update(head, input);
        return Redirect.done(head.href(), "facts.page.edit.done");
      } catch (NodeProblem problem) {
        if (problem.code() == ProblemCode.CHANGED_MEANWHILE) {
          theirs = records.values(head, view.language());
          // Sent again, it is meant in full knowledge of theirs.
          input = input.with("version", theirs.getOrDefault("version", ""));
          status = 412;
        } else {
          input = InputFaults.shown(problem, input, view.texts(), controls(head.kind()));
        }
      }
    }
    return Page.of(TEMPLATE, form(view, head.kind(), head, input, theirs)).withStatus(status);
  }

  private ProfileForm form(
      View view,
      SubjectKind kind,
      @Nullable SubjectHead head,
      Input input,
      Map<String, String> theirs) {
    List<String> own =
        heads.own(view.actor()).stream()
            .filter(SubjectHead::writable)
            .map(organisation -> organisation.name(view.language()))
            .toList();
    var choices =
        new ProfileForm.Choices(ProfileRecords.kinds(kind), ProfileRecords.states(kind), own);
    return new ProfileForm(view, kind, head, input, theirs, choices);
  }

  private static Set<String> controls(SubjectKind kind) {
    var shared = new java.util.HashSet<>(Set.of("name_zh", "name_en", "kind", "status"));
    shared.add("homepage");
    shared.addAll(
        switch (kind) {
          case ORGANISATION ->
              Set.of("economy", "region", "district", "lat_degrees", "lon_degrees", "since");
          case PERSON -> Set.of("organisation");
          case WORK -> Set.of("organisation", "year");
        });
    return shared;
  }

  /// Whether somebody may enter subjects of that kind at all.
  static boolean mayEnter(View view, SubjectKind kind) {
    return view.actor().writesAll()
        || (kind != SubjectKind.ORGANISATION && !view.actor().writableOrganisations().isEmpty());
  }

  private static void demandEntering(View view, SubjectKind kind) {
    if (!mayEnter(view, kind)) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
  }

  private static void demandWritable(SubjectHead head) {
    if (!head.writable()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
  }
}
