package org.ronghe.platform.matching.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.matching.Lesson;
import org.ronghe.platform.matching.MatchDecision;
import org.ronghe.platform.matching.MatchDecisions;
import org.ronghe.platform.matching.MatchOutcome;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.View;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/// Decisions about offers, and what was learned from them, on screen and for programs.
@Controller
@Tag(name = "matching", description = "What is public and could answer a need, with reasons")
class DecisionPages {
  private static final int SHOWN = 50;

  private final MatchDecisions decisions;
  private final Lessons lessons;
  private final MatchPages pages;

  DecisionPages(MatchDecisions decisions, Lessons lessons, MatchPages pages) {
    this.decisions = decisions;
    this.lessons = lessons;
    this.pages = pages;
  }

  /// Remembers a decision and shows the answers again, as they are ordered now.
  @PostMapping("/match/decisions")
  @Allow(Rule.SIGNED_IN)
  Page decide(
      View view,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String text,
      @RequestParam(defaultValue = "0") long achievement,
      @RequestParam(defaultValue = "") String outcome,
      @RequestParam(defaultValue = "") String words) {
    decide(MatchPages.need(q, text), achievement, outcome, words);
    return pages.match(view, q, text);
  }

  private void decide(MatchRequest need, long achievement, String outcome, String words) {
    decisions.decide(
        need,
        achievement,
        MatchOutcome.find(outcome)
            .orElseThrow(() ->
                new NodeProblem(
                    ProblemCode.INPUT_INVALID, Map.of("outcome", "matching.fault.outcome"))),
        words);
  }

  @GetMapping("/match/learned")
  @Allow(Rule.SIGNED_IN)
  Page learned(View view) {
    return Page.of(
        "matching/learned.jte",
        new LearnedPage(view, lessons.find().orElse(null), decisions.newest(SHOWN)));
  }

  /// A decision.
  ///
  /// @param title of the need
  /// @param text of the need
  /// @param achievement the offer
  /// @param outcome `accepted`, or why it was declined: `terms`, `early`, `demands`, `unrelated`
  /// @param words why, in one's own words
  record Decided(
      @Nullable String title,
      @Nullable String text,
      long achievement,
      @Nullable String outcome,
      @Nullable String words) {}

  @PostMapping("/api/v1/match/decisions")
  @Allow(Rule.SIGNED_IN)
  @ResponseBody
  @Operation(summary = "Remembers what was decided about an offer for a need")
  List<MatchDecision> decide(@RequestBody Decided decided) {
    decide(
        MatchPages.need(text(decided.title()), text(decided.text())),
        decided.achievement(),
        text(decided.outcome()),
        text(decided.words()));
    return decisions.newest(1);
  }

  @GetMapping("/api/v1/match/decisions")
  @Allow(Rule.DATA)
  @ResponseBody
  @Operation(summary = "Lists the newest decisions that the asker may read, at most 50")
  List<MatchDecision> list() {
    return decisions.newest(SHOWN);
  }

  /// What was learned.
  ///
  /// @param decisions how many it stands on; 0 while there are too few
  record Learned(
      int decisions,
      int needs,
      double plain,
      double learned,
      double level,
      Map<String, Double> weights) {
    static Learned of(Lesson lesson) {
      return new Learned(
          lesson.decisions(),
          lesson.needs(),
          lesson.plain(),
          lesson.learned(),
          lesson.level(),
          lesson.weights());
    }
  }

  @GetMapping("/api/v1/match/learned")
  @Allow(Rule.DATA)
  @ResponseBody
  @Operation(
      summary = "Says what matching learned from decisions, and how much that helps",
      description =
          "`plain` and `learned` are nDCG@10 on needs put aside, without and with what the other"
              + " needs' decisions teach.")
  Learned learned() {
    return lessons.find().map(Learned::of).orElse(new Learned(0, 0, 0, 0, 0, Map.of()));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }
}
