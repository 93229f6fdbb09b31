package org.ronghe.platform.matching.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.matching.MatchAnswer;
import org.ronghe.platform.matching.MatchDecisions;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.Matching;
import org.ronghe.platform.matching.Offer;
import org.ronghe.platform.web.Page;
import org.ronghe.platform.web.Room;
import org.ronghe.platform.web.View;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What answers a need, and what is like an achievement, on screen. For everybody: only what is
/// public answers.
@Controller
class MatchPages {
  private static final int ANSWERS = 10;

  private final Matching matching;
  private final OfferReader offers;
  private final MatchDecisions decisions;

  MatchPages(Matching matching, OfferReader offers, MatchDecisions decisions) {
    this.matching = matching;
    this.offers = offers;
    this.decisions = decisions;
  }

  /// A need as it is typed here.
  static MatchRequest need(String title, String text) {
    return new MatchRequest(title, text, "", ANSWERS, 0);
  }

  @Bean
  static Room matchRoom() {
    return Room.inHeader("/match", "matching.room", 13, Rule.ANYONE);
  }

  @GetMapping("/match")
  @Allow(Rule.ANYONE)
  Page form(View view, @RequestParam(defaultValue = "") String q) {
    return page(view, q.strip(), "", null);
  }

  /// Not by address: a need may be long, and is nobody else's business.
  @PostMapping("/match")
  @Allow(Rule.ANYONE)
  Page match(
      View view,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String text) {
    return page(view, q.strip(), text.strip(), null);
  }

  @GetMapping("/catalogue/{id:\\d+}/similar")
  @Allow(Rule.ANYONE)
  Page similar(View view, @PathVariable long id) {
    Offer offer = offers.get(id);
    return page(view, "", "", offer);
  }

  /// The best few answers to words searched for, as a part of the page of results, which is there
  /// before the models have worked.
  @GetMapping("/match/brief")
  @Allow(Rule.SIGNED_IN)
  Page brief(
      View view,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String kind) {
    var request = new MatchRequest(q, "", "", ANSWERS, 0);
    MatchAnswer answer = request.isBlank() ? MatchAnswer.none(0) : matching.find(request);
    return Page.of("matching/brief.jte", BriefPage.of(view, request.title(), kind, answer));
  }

  private Page page(View view, String title, String text, @Nullable Offer like) {
    MatchRequest request = like == null ? need(title, text) : OfferReader.asNeed(like, ANSWERS);
    MatchAnswer answer = request.isBlank() ? MatchAnswer.none(0) : matching.find(request);
    return Page.of(
        "matching/match.jte",
        new MatchPage(
            view,
            like == null ? request.title() : "",
            like == null ? request.text() : "",
            like,
            answer,
            like == null ? decisions.own(request) : Map.of()));
  }
}
