package org.ronghe.platform.digital.internal;

import java.util.List;
import java.util.Map;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Evidence;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Answer;
import org.ronghe.platform.web.Download;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Redirect;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The second assessor's pages: the questions and the evidence, without the firm's answers.
@Controller
class ReviewPages {
  private final Reviews reviews;
  private final AnswerEvidence evidence;
  private final LevelRules rules;

  ReviewPages(Reviews reviews, AnswerEvidence evidence, LevelRules rules) {
    this.reviews = reviews;
    this.evidence = evidence;
    this.rules = rules;
  }

  @GetMapping("/digital/reviews")
  @Allow(Rule.SIGNED_IN)
  Page list(View view) {
    return Page.of("digital/reviews.jte", new ReviewList(view, reviews.mine()));
  }

  @GetMapping("/digital/reviews/export")
  @Allow(Rule.SIGNED_IN)
  Answer export(View view, @RequestParam Download.Format format) {
    var columns =
        List.of("firm", "stage", "as-of", "state").stream()
            .map(key -> new Download.Column(key, view.text("digital.column." + key)))
            .toList();
    return Download.of(
        "digital-reviews",
        format,
        columns,
        reviews.mine(),
        one ->
            List.of(
                one.firm(),
                view.text("digital.stage." + one.stage().code()),
                one.asOf(),
                view.text("digital.review.state." + one.progress().state())));
  }

  private Review get(long id) {
    return reviews.find(id).orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  @GetMapping("/digital/reviews/{id:\\d+}")
  @Allow(Rule.SIGNED_IN)
  Page show(View view, @PathVariable long id) {
    Review review = get(id);
    return Page.of("digital/review.jte", model(view, review, review.answers(), Map.of()));
  }

  private ReviewPage model(
      View view, Review review, Map<String, String> answers, Map<String, String> faults) {
    boolean open = List.of("accepted", "finished").contains(review.progress().state());
    Map<String, List<Evidence>> shown = open ? evidence.of(review.assessment()) : Map.of();
    var sheet =
        new Sheet(
            view,
            review.stage(),
            review.asOf().getYear(),
            answers,
            shown,
            Faults.said(faults, view.texts()),
            Sheet.wording(rules, view));
    Level level =
        review.progress().state().equals("finished")
            ? rules.judge(review.stage(), review.asOf(), answers)
            : null;
    return new ReviewPage(view, review, sheet, level);
  }

  @PostMapping("/digital/reviews/{id:\\d+}")
  @Allow(Rule.SIGNED_IN)
  Answer act(View view, @PathVariable long id, @RequestParam Map<String, String> sent) {
    Review before = get(id);
    String action = sent.getOrDefault("do", "save");
    try {
      reviews.act(id, action, sent, Faults.edit(sent));
    } catch (NodeProblem problem) {
      var answers = Questionnaire.taken(Questionnaire.of(before.stage()), sent);
      return switch (problem.code()) {
        case INPUT_INVALID ->
            Page.of("digital/review.jte", model(view, before, answers, problem.fields()))
                .withStatus(400);
        case CHANGED_MEANWHILE ->
            Page.of(
                    "digital/review.jte",
                    model(view, get(id), answers, Map.of("whole", "digital.changed")))
                .withStatus(412);
        default -> throw problem;
      };
    }
    String done = List.of("accept", "decline", "finish").contains(action) ? action : "save";
    return Redirect.done("/digital/reviews/" + id, "digital.review.done." + done);
  }
}
