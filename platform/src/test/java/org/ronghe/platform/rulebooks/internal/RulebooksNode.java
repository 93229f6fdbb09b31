package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.facts.Correction;
import org.ronghe.platform.facts.Facts;
import org.ronghe.platform.facts.Names;
import org.ronghe.platform.facts.NewFact;
import org.ronghe.platform.facts.NewOrganisation;
import org.ronghe.platform.facts.OrganisationKind;
import org.ronghe.platform.facts.OrganisationProfile;
import org.ronghe.platform.facts.Organisations;
import org.ronghe.platform.facts.Place;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.rulebooks.TitleKey;

/// A node for tests of rulebooks, with people to act as and firms whose figures are made to
/// measure.
final class RulebooksNode implements AutoCloseable {
  static final TitleKey TECH_SME = new TitleKey("cn-tech-sme-2017-115", "cn-tech-sme-2017-115");

  private static final long BUREAU = 900_001;
  private static final int LONGEST_WAIT = 600;

  final TestDatabase database = TestDatabase.fresh();
  final TestNode node = TestNode.startWith(database, Map.of("judging.every-night", "false"));
  final Actor officer = person("officer", Map.of(BUREAU, Set.of(Role.BUREAU_OFFICER)));
  final Actor auditor = person("auditor", Map.of(BUREAU, Set.of(Role.AUDITOR)));

  /// In the year in which the tests run: corrections are judged on the day they are made.
  static LocalDate day() {
    return LocalDate.of(LocalDate.now(ZoneId.systemDefault()).getYear(), 7, 1);
  }

  Actor person(String name, Map<Long, Set<Role>> roles) {
    long id = node.person(name);
    roles.forEach((organisation, held) ->
        held.forEach(role -> node.grant(id, role, organisation == BUREAU ? null : organisation)));
    return new Actor(id, name, "127.0.0.1", roles, Actor.Kind.PERSON);
  }

  /// Somebody who keeps a firm's facts.
  Actor owner(String name, long firm) {
    return person(name, Map.of(firm, Set.of(Role.ENTERPRISE)));
  }

  /// Corrects the last fact of an attribute as the officer.
  void correct(long firm, String attribute, String value) {
    as(
        officer,
        () -> {
          Facts facts = node.part(Facts.class);
          var old = facts.history(firm, attribute).getLast();
          return facts.correct(old.id(), new Correction(value, old.valid(), "", null, "misread"));
        });
  }

  /// A firm without facts.
  long firm(String name) {
    return firm(name, "洪山区");
  }

  /// A firm without facts in a district.
  long firm(String name, String district) {
    return as(
        officer,
        () ->
            node.part(Organisations.class)
                .create(
                    new NewOrganisation(
                        new OrganisationProfile(
                            new Names(name, ""),
                            OrganisationKind.ENTERPRISE,
                            new Place("CN", "武汉", district, 30.5, 114.4),
                            "",
                            "active"),
                        List.of(),
                        null))
                .id());
  }

  /// A firm that gets 12 + 40 + 12 points as technology-based SME on [#day()]: the one that the
  /// rulebook itself works out.
  long rightFirm(String name) {
    long id = firm(name);
    Validity year = Validity.year(day().getYear() - 1);
    record(
        List.of(
            fact(id, "employees_total", "100", year),
            fact(id, "technical_staff", "20", year),
            fact(id, "sales_revenue", "50000000", year),
            fact(id, "total_assets", "80000000", year),
            fact(id, "rd_expense", "2500000", year),
            fact(id, "total_cost_and_expense", "40000000", year),
            fact(id, "resident_in_mainland", "true", Validity.always()),
            fact(id, "product_restricted", "false", Validity.always()),
            fact(id, "rd_institution_level", "none", Validity.always()),
            fact(id, "ip_class_one", "0", year),
            fact(id, "ip_class_two", "2", year),
            fact(id, "industry_class", "I6513", Validity.from(LocalDate.of(2015, 1, 1)))));
    return id;
  }

  static NewFact fact(long subject, String attribute, String value, Validity valid) {
    return NewFact.of(subject, attribute, value, valid, "annual report");
  }

  void record(List<NewFact> facts) {
    var outcome = as(officer, () -> node.part(Facts.class).recordAll(facts));
    if (!outcome.rejects().isEmpty()) {
      throw new AssertionError(outcome.rejects());
    }
  }

  /// Judges everybody on a day.
  void judgeAll(LocalDate day) {
    try {
      node.part(CityJudge.class).all(day, 0, (done, total) -> {});
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  static <T> T as(Actor actor, Supplier<T> work) {
    return Actors.getAs(actor, work);
  }

  /// Waits until something is so.
  static void await(String what, BooleanSupplier so) {
    for (int i = 0; i < LONGEST_WAIT; i++) {
      if (so.getAsBoolean()) {
        return;
      }
      LockSupport.parkNanos(100_000_000);
    }
    throw new AssertionError("it never came to be that " + what);
  }

  @Override
  public void close() {
    node.close();
    database.close();
  }
}
