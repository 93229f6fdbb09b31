package org.ronghe.platform.matching.internal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.quantity.Check;
import org.ronghe.match.search.Why;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Rule;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.matching.MatchAnswer;
import org.ronghe.platform.matching.MatchRequest;
import org.ronghe.platform.matching.Matching;
import org.ronghe.platform.matching.Offer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Matching for programs.
@RestController
@Tag(name = "matching", description = "What is public and could answer a need, with reasons")
class MatchApi {
  private final Matching matching;
  private final OfferReader offers;

  MatchApi(Matching matching, OfferReader offers) {
    this.matching = matching;
    this.offers = offers;
  }

  /// A need.
  ///
  /// @param title it in a few words; counts most
  /// @param text the description with its demands in numbers
  /// @param industry code
  /// @param limit how many answers of each kind, 1 to 50; 10 where it is missing
  record Need(
      @Nullable String title,
      @Nullable String text,
      @Nullable String industry,
      @Nullable Integer limit) {}

  /// What could answer.
  ///
  /// @param waiting changes of the catalogue that the index has still to hear of
  record Answer(
      List<Found> offers, List<Person> people, List<Organisation> organisations, long waiting) {
    static Answer of(MatchAnswer answer) {
      return new Answer(
          answer.offers().stream().map(Found::of).toList(),
          answer.people().stream()
              .map(one -> new Person(one.name(), one.organisation(), one.score(), ids(one.works())))
              .toList(),
          answer.organisations().stream()
              .map(one ->
                  new Organisation(
                      one.id(), one.keeper().keeperNames(), one.score(), ids(one.works())))
              .toList(),
          answer.waiting());
    }

    private static List<Long> ids(List<Offer> offers) {
      return offers.stream().map(Offer::id).toList();
    }
  }

  /// An offer that answers.
  ///
  /// @param words shared words, in standard deviations among the candidates
  /// @param meaning closeness of meaning, likewise
  /// @param translated whether it is in another language than the need
  record Found(
      long achievement,
      Names title,
      Names keeper,
      double score,
      double words,
      double meaning,
      boolean translated,
      Reasons reasons) {
    static Found of(MatchAnswer.Found found) {
      return new Found(
          found.offer().id(),
          found.offer().title(),
          found.offer().keeperNames(),
          found.evidence().score(),
          found.evidence().lexical(),
          found.evidence().semantic(),
          found.evidence().translated(),
          Reasons.of(found.why(), found.trust()));
    }
  }

  /// Why.
  ///
  /// @param terms words and phrases of both
  /// @param asked the passage of the need where most of them stand, each within `[` and `]`
  /// @param answered the passage of the offer, likewise
  /// @param codes industries of both
  /// @param missing phrases of the need's title that the offer has nothing of
  /// @param relevantShare of decisions on answers of about this value, the share that found the
  ///   offer relevant; null while there are too few
  record Reasons(
      List<String> terms,
      String asked,
      String answered,
      List<Demand> demands,
      List<String> codes,
      List<String> missing,
      @Nullable Double relevantShare) {
    static Reasons of(Why why, MatchAnswer.@Nullable Trust trust) {
      return new Reasons(
          why.terms(),
          why.asked().marked("[", "]"),
          why.answered().marked("[", "]"),
          why.checks().stream().map(Demand::of).toList(),
          why.codes(),
          why.missing(),
          trust == null ? null : trust.relevantShare());
    }
  }

  /// A demand in numbers.
  ///
  /// @param verdict `met`, `not-met` or `not-stated`
  /// @param stated what the offer says; empty if nothing
  record Demand(String about, String demand, String verdict, String stated) {
    static Demand of(Check check) {
      return new Demand(
          check.demand().about(),
          check.demand().written(),
          check.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          check.stated());
    }
  }

  /// Somebody whose offers answer.
  ///
  /// @param works ids of achievements, at most three, whose mean score is theirs
  record Person(String name, String organisation, double score, List<Long> works) {}

  /// An organisation whose offers answer.
  record Organisation(long organisation, Names names, double score, List<Long> works) {}

  @GetMapping("/api/v1/match")
  @Allow(Rule.ANYONE)
  @Operation(
      summary = "Finds what could answer a need in a few words",
      description = "Only what is public answers. For a longer need, post it.")
  Answer find(
      @Parameter(description = "the need in a few words") @RequestParam(defaultValue = "") String q,
      @Parameter(description = "how many answers of each kind, 1 to 50")
          @RequestParam(defaultValue = "10")
          int limit) {
    return answer(new Need(q, "", "", limit));
  }

  @PostMapping("/api/v1/match")
  @Allow(Rule.DATA)
  @Operation(summary = "Finds what could answer a need with its description and its demands")
  Answer match(@RequestBody Need need) {
    return answer(need);
  }

  @GetMapping("/api/v1/catalogue/{id}/similar")
  @Allow(Rule.ANYONE)
  @Operation(summary = "Finds what is public and like an achievement")
  Answer similar(
      @PathVariable long id,
      @Parameter(description = "how many answers of each kind, 1 to 50")
          @RequestParam(defaultValue = "10")
          int limit) {
    return Answer.of(matching.find(OfferReader.asNeed(offers.get(id), most(limit))));
  }

  private Answer answer(Need need) {
    return Answer.of(
        matching.find(
            new MatchRequest(
                text(need.title()),
                text(need.text()),
                text(need.industry()),
                most(need.limit()),
                0)));
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given;
  }

  private static int most(@Nullable Integer limit) {
    return limit == null || limit < 1 ? 10 : Math.min(limit, MatchRequest.MOST);
  }
}
