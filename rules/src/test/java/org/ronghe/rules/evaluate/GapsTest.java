package org.ronghe.rules.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ronghe.rules.Samples;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;

class GapsTest {
  private static final String FIRM =
      """
      {"resident_in_mainland": true, "employees_total": 100, "technical_staff": 20,
       "sales_revenue": 50000000, "total_assets": 80000000, "rd_expense": 2000000,
       "total_cost_and_expense": 40000000, "ip_class_one": 0, "ip_class_two": 2,
       "product_restricted": false}
      """;

  private final Library library = Samples.library();
  private final Program techSme = Samples.program(library, "cn-tech-sme-2017-115");

  private List<Gap> gaps(Dossier dossier) {
    return Gaps.find(techSme, techSme.titles().getFirst(), dossier, Samples.FIRST, Samples.TYPES);
  }

  private static Gap.Lever lever(Gap gap, String clause) {
    return gap.changes().stream()
        .filter(change -> change.clause().equals(clause))
        .findFirst()
        .orElseThrow()
        .levers()
        .getFirst();
  }

  @Test
  void theNearestGapIsOneStepOfOneIndicator() {
    var gaps = gaps(Samples.dossier(FIRM));
    var nearest = gaps.getFirst();
    assertThat(nearest.changes()).hasSize(1);
    var lever = lever(nearest, "rd_input_by_sales");
    assertThat(lever.input()).isEqualTo("rd");
    assertThat(lever.year()).contains(Samples.FIRST.asOf().getYear() - 1);
    assertThat(lever.from()).isEqualTo(Quantity.of(200_000_000));
    assertThat(lever.to()).isEqualTo(Quantity.of(250_000_000));
  }

  @Test
  void gapsAreOrderedByNumberOfChangesAndNearness() {
    var gaps = gaps(Samples.dossier(FIRM.replace("100,", "501,")));
    assertThat(gaps).isNotEmpty();
    assertThat(gaps)
        .isSortedAccordingTo(
            java.util.Comparator.comparingInt((Gap gap) -> gap.changes().size())
                .thenComparingDouble(Gap::nearness));
  }

  @Test
  void severalClausesHaveToChangeTogether() {
    var gaps = gaps(Samples.dossier(FIRM.replace("80000000", "200000001")));
    assertThat(gaps).allSatisfy(gap -> assertThat(gap.changes()).hasSizeGreaterThan(1));
    assertThat(lever(gaps.getFirst(), "g2c").to()).isEqualTo(Quantity.of(20_000_000_000L));
  }

  @Test
  void whatHasHappenedNeedsTime() {
    var gaps =
        gaps(
            Samples.dossier(
                FIRM.replace("\"rd_expense\": 2000000", "\"rd_expense\": 3000000")
                    .replace(
                        "\"product_restricted\"",
                        "\"adverse_event\": [{\"value\": \"safety_accident\", \"on\":"
                            + " \"2025-03-01\"}], \"product_restricted\"")));
    assertThat(gaps).hasSize(1);
    assertThat(gaps.getFirst().notBefore()).contains(LocalDate.of(2027, 1, 1));
    assertThat(gaps.getFirst().changes().getFirst().kind()).isEqualTo(Gap.Kind.TIME);
  }

  @Test
  void aMissingFactIsAGapOfData() {
    var gaps =
        gaps(
            Samples.dossier(
                FIRM.replace("\"employees_total\": 100", "\"employees_total\": null")
                    .replace("2000000,", "3000000,")));
    assertThat(gaps.getFirst().changes())
        .anySatisfy(change -> {
          assertThat(change.kind()).isEqualTo(Gap.Kind.DATA);
          assertThat(change.levers()).extracting(Gap.Lever::input).contains("staff");
        });
  }

  @Test
  void whereTheAnswerIsMetThereIsNoGap() {
    assertThat(gaps(Samples.dossier(FIRM.replace("2000000,", "3000000,")))).isEmpty();
  }

  @Test
  void nothingHelpsWhereTheRulebookNoLongerApplies() {
    var request =
        new Engine.Request(Samples.DAY, org.ronghe.rules.book.CaseKind.RE_EXAMINATION, false);
    assertThat(
            Gaps.find(
                techSme,
                techSme.titles().getFirst(),
                Samples.dossier(FIRM),
                request,
                Samples.TYPES))
        .isEmpty();
  }

  /// More revenue alone would make the main business too small a part of it, and R&D as well.
  @Test
  void whatAChangeSpoilsIsChangedToo() {
    var program = Samples.program(library, "cn-gradient-2026-2");
    var title =
        program.titles().stream()
            .filter(one -> one.title().id().equals("little-giant"))
            .findFirst()
            .orElseThrow();
    var firm =
        Samples.dossier(
            """
            {"title_zjtx_sme": "Z", "segment_since": "2015-01-01",
             "sales_revenue": {"2023": 14000000, "2024": 14200000, "2025": 13400000},
             "main_business_revenue": 12700000, "total_liabilities": 1, "total_assets": 10,
             "rd_expense": {"2024": 900000, "2025": 900000}, "ip_class_one_in_use": 4,
             "market_share_national": 0.2, "main_product_field": ["six_basics"],
             "development_score": 70}
            """);
    var request = new Engine.Request(LocalDate.of(2026, 5, 1), CaseKind.FIRST, false);
    var gaps = Gaps.find(program, title, firm, request, Samples.TYPES);

    assertThat(gaps).isNotEmpty();
    assertThat(gaps.getFirst().changes())
        .extracting(Gap.Change::clause)
        .contains("revenue_5000", "main_share_90", "rd_1200", "rd_ratio_3");
    var facts = new HashMap<>(firm.own().all());
    for (var change : gaps.getFirst().changes()) {
      var lever = change.levers().getFirst();
      // Revenue is asked for twice, and the farther holds.
      if (!change.clause().equals("cagr_5")) {
        var input = Objects.requireNonNull(program.rulebook().inputs().get(lever.input()));
        var attribute = ((Input.Fact) input.origin()).attribute();
        int year = lever.year().orElseThrow();
        var changed = new ArrayList<>(facts.getOrDefault(attribute, List.of()));
        changed.removeIf(fact -> fact.dated() && fact.from().getYear() == year);
        var money = new FactValue.Money(((Quantity) lever.to()).value(), "CNY");
        changed.add(Fact.ofYear(attribute, money, year));
        facts.put(attribute, changed);
      }
    }
    var then = Dossier.of(new Facts(facts));
    assertThat(new Engine(Samples.TYPES).evaluate(program, title, then, request).answer())
        .isEqualTo(Answer.MET);
  }
}
