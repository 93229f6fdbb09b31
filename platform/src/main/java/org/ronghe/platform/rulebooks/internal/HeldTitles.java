package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.link.Program.LinkedTitle;

/// Which certificate shows that a title is held, and what that means for the case: who holds it is
/// re-examined or renews, who does not applies for the first time.
public final class HeldTitles {
  /// Attributes by rulebook and title. A title by two rulebooks, such as the little giant of 2022
  /// and of 2026, is one certificate.
  private static final Map<TitleKey, String> ATTRIBUTES =
      Map.ofEntries(
          held("cn-tech-sme-2017-115", "cn-tech-sme-2017-115", "title_tech_sme"),
          held("cn-innovative-sme-2022-63", "cn-innovative-sme-2022-63", "title_innovative_sme"),
          held("cn-zjtx-sme-2022-63", "cn-zjtx-sme-2022-63", "title_zjtx_sme"),
          held("cn-gradient-2026-2", "zjtx-sme", "title_zjtx_sme"),
          held("cn-little-giant-2022-63", "cn-little-giant-2022-63", "title_little_giant"),
          held("cn-gradient-2026-2", "little-giant", "title_little_giant"),
          held(
              "cn-manufacturing-champion-2023-138",
              "cn-manufacturing-champion-2023-138",
              "title_single_champion"),
          held(
              "cn-high-tech-enterprise-2016",
              "cn-high-tech-enterprise-2016",
              "title_high_tech_enterprise"),
          held("cn-gazelle-unicorn-local", "huangpu-gazelle", "title_gazelle"),
          held("cn-gazelle-unicorn-local", "unicorn", "title_unicorn"),
          held("cn-gazelle-unicorn-local", "hangzhou-new-eaglet", "title_new_eaglet"),
          held("cn-innovation-points", "innovation-points", "title_innovation_points"));

  private HeldTitles() {}

  private static Map.Entry<TitleKey, String> held(String rulebook, String title, String attribute) {
    return Map.entry(new TitleKey(rulebook, title), attribute);
  }

  /// A certificate.
  ///
  /// @param from first day; [LocalDate#MIN] since ever
  /// @param until last day; [LocalDate#MAX] until further notice
  public record Certificate(String attribute, String number, LocalDate from, LocalDate until) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /// All titles that certificates show, with the attribute.
  static Map<TitleKey, String> attributes() {
    return ATTRIBUTES;
  }

  /// The attribute that shows a title, where there is one.
  static Optional<String> findAttribute(TitleKey title) {
    return Optional.ofNullable(ATTRIBUTES.get(title));
  }

  /// The certificate in force that shows a title.
  static Optional<Certificate> find(TitleKey title, List<Certificate> certificates, LocalDate day) {
    return findAttribute(title)
        .flatMap(attribute ->
            certificates.stream()
                .filter(one -> one.attribute().equals(attribute) && one.holds(day))
                .findFirst());
  }

  /// All certificates there are facts of, the latest of each first.
  static List<Certificate> of(Facts facts, FactTypes types) {
    return facts.all().entrySet().stream()
        .filter(entry ->
            types.find(entry.getKey()).filter(t -> t.kind() == FactType.Kind.TITLE).isPresent())
        .flatMap(entry -> entry.getValue().stream())
        .filter(fact -> fact.value() instanceof FactValue.Text)
        .map(HeldTitles::certificate)
        .sorted(
            Comparator.comparing(Certificate::attribute)
                .thenComparing(Certificate::until, Comparator.reverseOrder())
                .thenComparing(Certificate::from, Comparator.reverseOrder())
                .thenComparing(Certificate::number))
        .toList();
  }

  private static Certificate certificate(Fact fact) {
    String number = fact.value() instanceof FactValue.Text text ? text.text() : "";
    return new Certificate(fact.attribute(), number, fact.from(), fact.until());
  }

  /// What the firm would come for on the day; nothing where the rulebook does not apply to that.
  static Optional<CaseKind> findCase(
      TitleKey key, LinkedTitle title, List<Certificate> certificates, LocalDate day) {
    String attribute = ATTRIBUTES.getOrDefault(key, "");
    boolean held =
        certificates.stream().anyMatch(one -> one.attribute().equals(attribute) && one.holds(day));
    List<CaseKind> kinds =
        held ? List.of(CaseKind.RE_EXAMINATION, CaseKind.RENEWAL) : List.of(CaseKind.FIRST);
    return kinds.stream().filter(kind -> Engine.applies(title, kind, day)).findFirst();
  }
}
