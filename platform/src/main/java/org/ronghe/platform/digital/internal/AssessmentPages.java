package org.ronghe.platform.digital.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.digital.Assessment;
import org.ronghe.platform.digital.Assessments;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Flash;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.Saying;
import org.ronghe.platform.web.Typed;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/// One assessment on screen: filled in, with a form that saves itself; handed in; held against the
/// second assessor's; settled; printed.
@Controller
class AssessmentPages {
  private final Assessments assessments;
  private final Reviews reviews;
  private final AnswerEvidence evidence;
  private final LevelRules rules;
  private final Organisations organisations;
  private final Assessors assessors;

  AssessmentPages(
      Assessments assessments,
      Reviews reviews,
      AnswerEvidence evidence,
      LevelRules rules,
      Organisations organisations,
      Assessors assessors) {
    this.assessments = assessments;
    this.reviews = reviews;
    this.evidence = evidence;
    this.rules = rules;
    this.organisations = organisations;
    this.assessors = assessors;
  }

  private Assessment get(long id) {
    return assessments.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  private static String href(long id) {
    return "/digital/" + id;
  }

  private String firm(Assessment assessment, View view) {
    var names =
        organisations.names(List.of(assessment.organisation())).get(assessment.organisation());
    return names == null ? "–" : names.in(view.language());
  }

  private AssessmentPage model(
      View view, Assessment assessment, Map<String, String> answers, Map<String, String> faults) {
    Review review = reviews.of(assessment.id()).orElse(null);
    Level reviewed =
        review != null && review.progress().state().equals("finished")
            ? rules.judge(assessment, review.answers())
            : null;
    var sheet =
        new Sheet(
            view,
            assessment.stage(),
            assessment.asOf().getYear(),
            answers,
            evidence.of(assessment.id()),
            Faults.said(faults, view.texts()),
            Sheet.wording(rules, view));
    return new AssessmentPage(
        view,
        assessment,
        firm(assessment, view),
        sheet,
        rules.judge(assessment, answers),
        review,
        reviewed);
  }

  @GetMapping("/digital/{id:\\d+}")
  @Allow(Rule.SIGNED_IN)
  Page show(View view, @PathVariable long id) {
    Assessment assessment = get(id);
    return Page.of("digital/show.jte", model(view, assessment, assessment.counting(), Map.of()));
  }

  @GetMapping("/digital/{id:\\d+}/print")
  @Allow(Rule.SIGNED_IN)
  Page print(View view, @PathVariable long id) {
    Assessment assessment = get(id);
    return Page.of("digital/print.jte", model(view, assessment, assessment.counting(), Map.of()));
  }

  @GetMapping("/digital/{id:\\d+}/edit")
  @Allow(Rule.SIGNED_IN)
  Answer edit(View view, @PathVariable long id) {
    Assessment assessment = get(id);
    if (assessment.standing().state() != Assessment.State.DRAFT
        || !view.actor().writes(assessment.organisation())) {
      return Redirect.to(href(id));
    }
    return Page.of("digital/form.jte", model(view, assessment, assessment.answers(), Map.of()));
  }

  @PostMapping("/digital/{id:\\d+}/edit")
  @Allow(Rule.SIGNED_IN)
  Answer save(View view, @PathVariable long id, @RequestParam Map<String, String> sent) {
    Assessment old = get(id);
    var answers = Questionnaire.taken(Questionnaire.of(old.stage()), sent);
    Assessment saved;
    try {
      saved = assessments.save(id, answers, Faults.edit(sent));
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.CHANGED_MEANWHILE) {
        throw problem;
      }
      var page = model(view, old, answers, Map.of("whole", "digital.changed"));
      return Page.of("digital/form.jte", page).withStatus(412);
    }
    if (!sent.getOrDefault("do", "save").equals("submit")) {
      var faults = rules.faults(Questionnaire.of(old.stage()), saved.answers());
      return faults.isEmpty()
          ? Redirect.done(href(id), "digital.saved")
          : Page.of("digital/form.jte", model(view, saved, saved.answers(), faults))
              .withStatus(400);
    }
    try {
      assessments.submit(id, saved.standing().edit());
      return Redirect.done(href(id), "digital.submitted");
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      return Page.of("digital/form.jte", model(view, saved, saved.answers(), problem.fields()))
          .withStatus(400);
    }
  }

  @PostMapping("/digital/{id:\\d+}/autosave")
  @Allow(Rule.SIGNED_IN)
  Page autosave(View view, @PathVariable long id, @RequestParam Map<String, String> sent) {
    try {
      Assessment saved = assessments.save(id, sent, Faults.edit(sent));
      return Page.of(
          "digital/saved.jte", new SavedPart(view, saved.standing().edit(), Instant.now(), false));
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.CHANGED_MEANWHILE) {
        throw problem;
      }
      return Page.of(
              "digital/saved.jte", new SavedPart(view, Faults.edit(sent), Instant.now(), true))
          .withStatus(412);
    }
  }

  @PostMapping("/digital/{id:\\d+}/evidence")
  @Allow(Rule.SIGNED_IN)
  Answer attach(
      View view,
      @PathVariable long id,
      @RequestParam(required = false) @Nullable MultipartFile file,
      @RequestParam(defaultValue = "") String link,
      @RequestParam(defaultValue = "") String question)
      throws IOException {
    Assessment assessment = get(id);
    try {
      String name = file == null ? null : file.getOriginalFilename();
      var added =
          link.isBlank() && file != null && !file.isEmpty()
              ? evidence.addFile(
                  assessment, question, name == null ? "" : name, file.getInputStream())
              : evidence.addLink(assessment, question, link);
      return Redirect.done(href(id) + "/edit#evidence", "digital.attached", added.name());
    } catch (NodeProblem problem) {
      return switch (problem.code()) {
        case TOO_LARGE, TYPE_UNSUPPORTED, INPUT_INVALID ->
            new Redirect(
                href(id) + "/edit#evidence",
                Flash.bad("digital.not-attached", reason(problem, view)));
        default -> throw problem;
      };
    }
  }

  private static String reason(NodeProblem problem, View view) {
    if (problem.code() == ProblemCode.INPUT_INVALID) {
      return view.text("digital.fault.link");
    }
    return view.text(
        "problem." + problem.code().code() + ".detail",
        problem.arguments().stream().map(value -> Saying.resolved(value, view.texts())).toArray());
  }

  @PostMapping("/digital/{id:\\d+}/evidence/remove")
  @Allow(Rule.SIGNED_IN)
  Answer detach(
      @PathVariable long id,
      @RequestParam long removed,
      @RequestParam(defaultValue = "") String question) {
    evidence.remove(get(id), question, removed);
    return Redirect.done(href(id) + "/edit#evidence", "digital.detached");
  }

  @PostMapping("/digital/{id:\\d+}/send-back")
  @Allow(Rule.BUREAU)
  Answer sendBack(View view, @PathVariable long id, @RequestParam Map<String, String> sent) {
    try {
      assessments.sendBack(id, sent.getOrDefault("note", ""), Faults.edit(sent));
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      return Redirect.again(
          href(id), new Typed("back", Map.of(), Map.of("note", view.text("digital.fault.note"))));
    }
    return Redirect.done(href(id), "digital.sent-back");
  }

  @PostMapping("/digital/{id:\\d+}/reviews")
  @Allow(Rule.BUREAU)
  Answer ask(View view, @PathVariable long id, @RequestParam(defaultValue = "") String assessor) {
    Assessment assessment = get(id);
    var found = assessors.find(assessor);
    if (found.isEmpty()) {
      return Redirect.again(
          href(id),
          new Typed(
              "ask",
              Map.of("assessor", assessor),
              Map.of("assessor", view.text("digital.fault.no-account", assessor))));
    }
    reviews.ask(assessment, firm(assessment, view), found.get());
    return Redirect.done(href(id), "digital.asked", found.get().name());
  }

  @PostMapping("/digital/{id:\\d+}/settle")
  @Allow(Rule.BUREAU)
  Answer settle(View view, @PathVariable long id, @RequestParam Map<String, String> sent) {
    Map<String, String> chosen = new HashMap<>();
    Map<String, String> reasons = new HashMap<>();
    sent.forEach((name, value) -> {
      if (name.startsWith("choice.")) {
        chosen.put(name.substring("choice.".length()), value);
      } else if (name.startsWith("reason.")) {
        reasons.put(name.substring("reason.".length()), value);
      }
    });
    try {
      assessments.settle(id, chosen, reasons, Faults.edit(sent));
    } catch (NodeProblem problem) {
      if (problem.code() != ProblemCode.INPUT_INVALID) {
        throw problem;
      }
      return Redirect.again(
          href(id), new Typed("settle", typed(sent), Faults.said(problem.fields(), view.texts())));
    }
    return Redirect.done(href(id), "digital.settled");
  }

  /// What was typed, without what the form says of itself.
  private static Map<String, String> typed(Map<String, String> sent) {
    Map<String, String> typed = new HashMap<>(sent);
    typed.keySet().removeIf(name -> !name.startsWith("choice.") && !name.startsWith("reason."));
    return typed;
  }
}
