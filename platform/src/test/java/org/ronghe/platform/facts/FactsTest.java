package org.ronghe.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ronghe.platform.facts.FactsNode.OFFICER;
import static org.ronghe.platform.facts.FactsNode.as;
import static org.ronghe.platform.facts.FactsNode.keeper;
import static org.ronghe.platform.facts.FactsNode.runAs;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.facts.dictionary.FactValue;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

class FactsTest {
  private static final FactsNode NODE = new FactsNode();
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void aFactSaysWhoEnteredItAndWhereItIsFrom() {
    long firm = NODE.organisation();
    Fact fact =
        as(keeper(firm), () -> NODE.facts.record(revenue(firm, 2024, "1200 万元", "audit report")));
    assertThat(fact.value()).isEqualTo(new FactValue.Money(1_200_000_000, "CNY"));
    assertThat(fact.valid()).isEqualTo(Validity.year(2024));
    assertThat(fact.recorded().open()).isTrue();
    assertThat(fact.provenance().source()).isEqualTo("audit report");
    assertThat(fact.provenance().enteredBy()).isEqualTo("person " + (1000 + firm));
  }

  @Test
  void aCorrectionKeepsWhatWasSaidBefore() {
    long firm = NODE.organisation();
    runAs(
        OFFICER,
        () -> {
          Fact first = NODE.facts.record(revenue(firm, 2024, "100", "report"));
          Fact second =
              NODE.facts.correct(
                  first.id(),
                  new Correction(
                      "110", Validity.year(2024), "audit", null, "the audit found more"));
          assertThat(NODE.facts.history(firm, "sales_revenue"))
              .extracting(Fact::value)
              .containsExactly(
                  new FactValue.Money(10_000, "CNY"), new FactValue.Money(11_000, "CNY"));
          Fact closed = NODE.facts.find(first.id()).orElseThrow();
          assertThat(closed.recorded().to()).isEqualTo(second.recorded().from());
          assertThat(closed.provenance().closedBy()).isEqualTo("person 1");
          assertThat(closed.provenance().closeReason()).isEqualTo("the audit found more");
          assertThat(second.provenance().corrects()).isEqualTo(first.id());

          var before = new AsOf(LocalDate.of(2024, 6, 1), first.recorded().from());
          assertThat(values(NODE.facts.state(firm, before), "sales_revenue"))
              .containsExactly("CNY 100.00");
          assertThat(values(NODE.facts.state(firm, AsOf.day(before.day())), "sales_revenue"))
              .containsExactly("CNY 110.00");
        });
  }

  @Test
  void whoComesSecondIsToldAndNothingIsLost() {
    long firm = NODE.organisation();
    runAs(
        OFFICER,
        () -> {
          Fact fact = NODE.facts.record(revenue(firm, 2024, "100", ""));
          var correction = new Correction("110", Validity.year(2024), "", null, "first");
          Fact corrected = NODE.facts.correct(fact.id(), correction);
          expect(ProblemCode.CHANGED_MEANWHILE, () -> NODE.facts.correct(fact.id(), correction));
          expect(ProblemCode.CHANGED_MEANWHILE, () -> NODE.facts.retract(fact.id(), "why"));
          assertThat(NODE.facts.find(corrected.id()).orElseThrow().recorded().open()).isTrue();
        });
  }

  @Test
  void ofTwoWhoCorrectAtTheSameMomentOneIsTold() throws InterruptedException {
    long firm = NODE.organisation();
    for (int round = 0; round < 20; round++) {
      int year = 1990 + round;
      Fact fact = as(OFFICER, () -> NODE.facts.record(revenue(firm, year, "100", "")));
      var codes = new ArrayList<ProblemCode>();
      var threads = new ArrayList<Thread>();
      for (String value : List.of("1", "2")) {
        threads.add(
            Thread.ofVirtual()
                .start(() ->
                    runAs(
                        OFFICER,
                        () -> {
                          try {
                            NODE.facts.correct(
                                fact.id(),
                                new Correction(value, Validity.year(year), "", null, "race"));
                          } catch (NodeProblem e) {
                            synchronized (codes) {
                              codes.add(e.code());
                            }
                          }
                        })));
      }
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(codes).containsExactly(ProblemCode.CHANGED_MEANWHILE);
      assertThat(as(OFFICER, () -> NODE.facts.history(firm, "sales_revenue")))
          .filteredOn(f -> f.valid().equals(Validity.year(year)))
          .hasSize(2);
    }
  }

  @Test
  void aValueThatChangesHeldUntilThen() {
    long firm = NODE.organisation();
    runAs(
        OFFICER,
        () -> {
          Fact small =
              NODE.facts.record(
                  NewFact.of(
                      firm,
                      "size_class",
                      "small",
                      Validity.from(LocalDate.of(2020, 1, 1)),
                      "register"));
          NODE.facts.change(
              small.id(),
              MARCH,
              new Correction("medium", Validity.from(MARCH), "", null, "it grew"));
          assertThat(values(NODE.facts.state(firm, AsOf.day(MARCH.minusDays(1))), "size_class"))
              .containsExactly("small");
          assertThat(values(NODE.facts.state(firm, AsOf.day(MARCH)), "size_class"))
              .containsExactly("medium");
          var then = new AsOf(MARCH, small.recorded().from());
          assertThat(values(NODE.facts.state(firm, then), "size_class")).containsExactly("small");
        });
  }

  @Test
  void aRetractedFactIsNoLongerSoButWas() {
    long firm = NODE.organisation();
    runAs(
        OFFICER,
        () -> {
          Fact fact =
              NODE.facts.record(
                  NewFact.of(
                      firm,
                      "title_high_tech_enterprise",
                      "GR202342001234",
                      Validity.from(MARCH),
                      ""));
          expect(ProblemCode.INPUT_INVALID, () -> NODE.facts.retract(fact.id(), " "));
          NODE.facts.retract(fact.id(), "belongs to another firm");
          assertThat(values(NODE.facts.state(firm, AsOf.day(MARCH)), "title_high_tech_enterprise"))
              .isEmpty();
          var then = new AsOf(MARCH, fact.recorded().from());
          assertThat(values(NODE.facts.state(firm, then), "title_high_tech_enterprise"))
              .containsExactly("GR202342001234");
        });
  }

  @Test
  void anotherValueOnTheSameDayIsAConflictAndSaysWithWhat() {
    long firm = NODE.organisation();
    runAs(
        OFFICER,
        () -> {
          NODE.facts.record(revenue(firm, 2024, "100", ""));
          assertThatExceptionOfType(NodeProblem.class)
              .isThrownBy(() -> NODE.facts.record(revenue(firm, 2024, "200", "")))
              .satisfies(problem -> {
                assertThat(problem.code()).isEqualTo(ProblemCode.CONFLICT);
                assertThat(problem.fields().get("valid")).contains("sales_revenue", "CNY 100.00");
              });
        });
  }

  @Test
  void severalValuesOfAMultipleAttributeHoldAtOnce() {
    long firm = NODE.organisation();
    runAs(
        OFFICER,
        () -> {
          NODE.facts.record(
              NewFact.of(firm, "main_product_field", "six_basics", Validity.from(MARCH), ""));
          Fact second =
              NODE.facts.record(
                  NewFact.of(firm, "main_product_field", "fills_gap", Validity.from(MARCH), ""));
          NODE.facts.correct(
              second.id(),
              new Correction("future_industry", Validity.from(MARCH), "", null, "mistyped"));
          assertThat(values(NODE.facts.state(firm, AsOf.day(MARCH)), "main_product_field"))
              .containsExactly("six_basics", "future_industry");
        });
  }

  @Test
  void manyFactsAreTakenButForThoseThatAreWrong() {
    long firm = NODE.organisation();
    long other = NODE.organisation();
    Actor keeper = keeper(firm);
    var given =
        List.of(
            revenue(firm, 2023, "100", ""),
            revenue(firm, 2023, "200", ""), // overlaps the one before
            revenue(firm, 2024, "abc", ""),
            revenue(other, 2024, "100", ""), // not theirs
            revenue(987_654_321, 2024, "100", ""),
            NewFact.of(firm, "sales_revenu", "100", Validity.year(2024), ""),
            NewFact.of(firm, "sales_revenue", "100", Validity.from(MARCH), ""),
            NewFact.of(firm, "person_name", "李", Validity.from(MARCH), ""),
            NewFact.of(firm, "controlled_by", String.valueOf(firm), Validity.from(MARCH), ""),
            NewFact.of(firm, "controlled_by", "987654321", Validity.from(MARCH), ""),
            new NewFact(firm, "listed", "是", Validity.from(MARCH), "", 987_654L),
            NewFact.of(firm, "controlled_by", String.valueOf(other), Validity.from(MARCH), ""),
            NewFact.of(firm, "national_award_rank", "2", Validity.day(MARCH), ""),
            NewFact.of(firm, "national_award_rank", "3", Validity.day(MARCH), ""));
    BulkOutcome outcome = as(keeper, () -> NODE.facts.recordAll(given));
    assertThat(outcome.entered()).hasSize(4);
    assertThat(outcome.rejects())
        .extracting(FactReject::row, FactReject::field, FactReject::textKey)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(1, "valid", "facts.reject.overlap"),
            org.assertj.core.groups.Tuple.tuple(2, "value", "facts.value.fault.money"),
            org.assertj.core.groups.Tuple.tuple(3, "subject", "facts.reject.not-allowed"),
            org.assertj.core.groups.Tuple.tuple(4, "subject", "facts.reject.no-subject"),
            org.assertj.core.groups.Tuple.tuple(5, "attribute", "facts.reject.no-attribute"),
            org.assertj.core.groups.Tuple.tuple(6, "valid", "facts.reject.not-a-year"),
            org.assertj.core.groups.Tuple.tuple(7, "attribute", "facts.reject.wrong-kind"),
            org.assertj.core.groups.Tuple.tuple(8, "value", "facts.reject.itself"),
            org.assertj.core.groups.Tuple.tuple(9, "value", "facts.reject.reference"),
            org.assertj.core.groups.Tuple.tuple(10, "evidence", "facts.reject.no-evidence"));
    List<Fact> known = as(keeper, () -> NODE.facts.known(firm, null));
    assertThat(values(known, "national_award_rank")).containsExactly("2", "3");
    assertThat(values(known, "controlled_by")).containsExactly(String.valueOf(other));
  }

  @Test
  void everyTypeComesBackAsItWasEntered() {
    long firm = NODE.organisation();
    long holder = NODE.organisation();
    runAs(
        OFFICER,
        () -> {
          var given =
              List.of(
                  NewFact.of(firm, "annual_work_units", "37.25", Validity.year(2024), ""),
                  NewFact.of(firm, "market_share_national", "12.5 %", Validity.year(2024), ""),
                  NewFact.of(firm, "valuation", "USD 1000000000", Validity.day(MARCH), ""),
                  NewFact.of(firm, "established_on", "2014-03-05", Validity.always(), ""),
                  NewFact.of(firm, "listed", "false", Validity.always(), ""),
                  NewFact.of(firm, "shareholder", holder + " 25 %", Validity.from(MARCH), ""));
          assertThat(NODE.facts.recordAll(given).rejects()).isEmpty();
          assertThat(NODE.facts.known(firm, null))
              .extracting(Fact::value)
              .contains(
                  new FactValue.Figure(new BigDecimal("37.25")),
                  new FactValue.Figure(new BigDecimal("0.125")),
                  new FactValue.Money(100_000_000_000L, "USD"),
                  new FactValue.Day(LocalDate.of(2014, 3, 5)),
                  new FactValue.Flag(false),
                  new FactValue.Holding(holder, new BigDecimal("0.25")));
        });
  }

  @Test
  void theDatabaseItselfRefusesTwoValuesAtATimeAndEveryOverwriting() throws SQLException {
    long firm = NODE.organisation();
    Fact fact = as(OFFICER, () -> NODE.facts.record(revenue(firm, 2024, "100", "")));
    try (Connection owner = NODE.database.settings().connectAsOwner()) {
      String twice =
          """
          INSERT INTO ronghe.fact (subject, attribute, valid, value_amount, currency, internal)
          SELECT subject, attribute, '[2024-12-31,2025-02-01)', 1, 'CNY', true FROM ronghe.fact WHERE id = %d\
          """
              .formatted(fact.id());
      refused("23P01", owner, twice);
    }
    try (Connection app = NODE.database.settings().connectAsApp()) {
      app.setAutoCommit(false);
      app.createStatement()
          .execute(
              """
              SELECT set_config('ronghe.signed_in', 'yes', true), set_config('ronghe.reads_all', 'yes', true),
                set_config('ronghe.writes_all', 'yes', true)\
              """);
      app.createStatement().execute("SAVEPOINT here");
      for (String overwriting :
          List.of(
              "UPDATE ronghe.fact SET value_amount = 1 WHERE id = " + fact.id(),
              "UPDATE ronghe.fact SET valid = 'empty' WHERE id = " + fact.id(),
              "DELETE FROM ronghe.fact WHERE id = " + fact.id(),
              "TRUNCATE ronghe.fact",
              "DELETE FROM ronghe.organisation",
              "UPDATE ronghe.identifier SET value = 'x'")) {
        refused("42501", app, overwriting);
        app.createStatement().execute("ROLLBACK TO here");
      }
    }
  }

  private static void refused(String state, Connection connection, String sql) {
    assertThatExceptionOfType(SQLException.class)
        .as(sql)
        .isThrownBy(() -> connection.createStatement().execute(sql))
        .matches(e -> e.getSQLState().equals(state), "has state " + state);
  }

  private static NewFact revenue(long subject, int year, String value, String source) {
    return NewFact.of(subject, "sales_revenue", value, Validity.year(year), source);
  }

  private static List<String> values(List<Fact> facts, String attribute) {
    return facts.stream()
        .filter(fact -> fact.attribute().equals(attribute))
        .map(fact -> fact.value().plain())
        .toList();
  }

  private static void expect(ProblemCode code, ThrowingCallable work) {
    assertThatExceptionOfType(NodeProblem.class)
        .isThrownBy(work)
        .matches(problem -> problem.code() == code, "is " + code);
  }
}
