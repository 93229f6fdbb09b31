package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.HeldTitles.Certificate;
import org.ronghe.platform.rulebooks.internal.PolicyPage.FirmAmount;
import org.ronghe.platform.rulebooks.internal.PolicyPage.ForFirm;
import org.ronghe.platform.rulebooks.internal.PolicyPage.Policy;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Evaluated;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Question;
import org.ronghe.platform.web.ListQuery;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.page.Legible;
import org.ronghe.rules.source.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Finds policies for firms, and firms for policies. A policy is a title that gives something.
@Component
class PolicyDesk {
  private final CityJudge city;
  private final CityTable table;
  private final TitleJudge evaluations;
  private final Dossiers dossiers;
  private final Organisations organisations;

  PolicyDesk(
      CityJudge city,
      CityTable table,
      TitleJudge evaluations,
      Dossiers dossiers,
      Organisations organisations) {
    this.city = city;
    this.table = table;
    this.evaluations = evaluations;
    this.dossiers = dossiers;
    this.organisations = organisations;
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.systemDefault());
  }

  /// Titles that give something and apply on the day.
  private List<FirmTitle> open(LocalDate day) {
    return city.titles().stream()
        .filter(title -> !title.title().title().benefits().isEmpty())
        .filter(title ->
            List.of(CaseKind.values()).stream()
                .anyMatch(kind -> Engine.applies(title.title(), kind, day)))
        .toList();
  }

  @Transactional(readOnly = true)
  PolicyPage.All all(View view) {
    Map<TitleKey, Long> met = new HashMap<>();
    if (view.actor().readsAll()) {
      table.counts("", "").forEach(count -> met.put(count.title(), count.of(Answer.MET)));
    }
    var firms = new LinkedHashMap<Long, String>();
    organisations
        .names(view.actor().roles().keySet().stream().filter(id -> id > 0).toList())
        .forEach((id, names) -> firms.put(id, names.in(view.language())));
    LocalDate day = today();
    return new PolicyPage.All(
        view,
        open(day).stream()
            .map(title ->
                policy(
                    view,
                    title,
                    day,
                    view.actor().readsAll() ? met.getOrDefault(title.key(), 0L) : null))
            .toList(),
        firms);
  }

  private static Policy policy(View view, FirmTitle title, LocalDate day, @Nullable Long met) {
    Language language = FirmTitle.of(view.language());
    var rulebook = title.program().rulebook();
    var issuers = new ArrayList<String>();
    rulebook.heading().issuers().forEach(issuer -> issuers.add(issuer.in(language)));
    issuers.add(rulebook.heading().place().in(language));
    return new Policy(
        title.key(),
        title.name(view.language()),
        String.join(" · ", issuers),
        title.title().title().benefits().stream()
            .map(benefit -> benefit.name().in(language))
            .toList(),
        rulebook.contents().windows().stream()
            .filter(window -> !window.until().atYear(window.year()).isBefore(day))
            .map(window ->
                view.text(
                    "rulebooks.calendar.span",
                    window.from().atYear(window.year()).toString(),
                    window.until().atYear(window.year()).toString()))
            .toList(),
        met);
  }

  /// What a firm can have, with the amounts.
  @Transactional(readOnly = true)
  PolicyPage.Firm of(View view, long organisation) {
    String name =
        organisations
            .find(organisation)
            .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND))
            .names()
            .in(view.language());
    LocalDate day = today();
    var dossier = dossiers.of(organisation, null).dossier();
    var certificates = HeldTitles.of(dossier.own(), city.types());
    var policies = new ArrayList<ForFirm>();
    for (FirmTitle title : open(day)) {
      Evaluated judged = evaluations.of(dossier, new Question(title.key(), day, null, null));
      Nearest nearest = Nearest.of(judged.evaluation());
      policies.add(
          new ForFirm(
              policy(view, title, day, null),
              judged.evaluation().answer(),
              amounts(judged, FirmTitle.of(view.language())),
              nearest.steps(),
              nearest.text(judged.wording(FirmTitle.of(view.language()))),
              HeldTitles.find(title.key(), certificates, day)
                  .map(Certificate::until)
                  .orElse(null)));
    }
    policies.sort(
        Comparator.comparing((ForFirm one) -> one.held() == null)
            .thenComparing(ForFirm::answer)
            .thenComparingInt(ForFirm::steps));
    return new PolicyPage.Firm(view, organisation, name, policies);
  }

  private static List<String> amounts(Evaluated judged, Language language) {
    return judged.evaluation().benefits().stream()
        .map(benefit ->
            benefit.benefit().name().in(language)
                + benefit
                    .amount()
                    .map(amount -> ": " + new Legible(language).content(amount, benefit.unit()))
                    .orElse(""))
        .toList();
  }

  /// The firms that meet a policy, with the amounts.
  PolicyPage.Firms firms(View view, TitleKey key, ListQuery query) {
    LocalDate day = today();
    FirmTitle title =
        open(day).stream()
            .filter(one -> one.key().equals(key))
            .findFirst()
            .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
    return new PolicyPage.Firms(
        view, policy(view, title, day, null), rows(key, query, FirmTitle.of(view.language())));
  }

  Listing<FirmAmount> rows(TitleKey key, ListQuery query, Language language) {
    String met = "rulebook:\"%s\",title:\"%s\",answer:met".formatted(key.rulebook(), key.title());
    Listing<FirmAnswer> part =
        table.list(
            new ListQuery(
                query.search(),
                query.filter().isBlank() ? met : met + "," + query.filter(),
                query.sort().isBlank() ? "name" : query.sort(),
                query.cursor(),
                query.perPage()));
    return new Listing<>(
        part.meta(),
        part.results().stream()
            .map(firm ->
                new FirmAmount(
                    firm,
                    amounts(
                        evaluations.of(
                            firm.firm().id(), new Question(key, today(), null, firm.kind())),
                        language)))
            .toList());
  }
}
