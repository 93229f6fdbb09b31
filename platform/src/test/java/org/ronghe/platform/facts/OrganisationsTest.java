package org.ronghe.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ronghe.platform.facts.FactsNode.OFFICER;
import static org.ronghe.platform.facts.FactsNode.as;
import static org.ronghe.platform.facts.FactsNode.keeper;
import static org.ronghe.platform.facts.FactsNode.runAs;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

class OrganisationsTest {
  private static final FactsNode NODE = new FactsNode();
  private static final LocalDate MARCH = LocalDate.of(2025, 3, 1);

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void aNewNameLeavesTheFormerOneAsAFact() {
    var created =
        as(
            OFFICER,
            () ->
                NODE.organisations.create(
                    new NewOrganisation(
                        FactsNode.profile("旧名"), List.of(), LocalDate.of(2014, 1, 1))));
    long id = created.id();
    var renamed =
        as(
            keeper(id),
            () -> NODE.organisations.rename(id, new Names("新名", "New"), MARCH, "变更登记", 1));
    assertThat(renamed.names()).isEqualTo(new Names("新名", "New"));
    assertThat(renamed.version()).isEqualTo(2);
    runAs(
        OFFICER,
        () -> {
          assertThat(name(id, MARCH.minusDays(1))).containsExactly("旧名");
          assertThat(name(id, MARCH)).containsExactly("新名");
        });
  }

  private static List<String> name(long id, LocalDate day) {
    return NODE.facts.state(id, AsOf.day(day)).stream()
        .filter(fact -> fact.attribute().equals("registered_name"))
        .map(fact -> fact.value().plain())
        .toList();
  }

  @Test
  void whoChangesAnOldVersionIsTold() {
    long id = NODE.organisation();
    runAs(
        keeper(id),
        () -> {
          OrganisationProfile profile = FactsNode.profile("x");
          assertThat(NODE.organisations.update(id, profile, 1).version()).isEqualTo(2);
          expect(ProblemCode.CHANGED_MEANWHILE, () -> NODE.organisations.update(id, profile, 1));
          expect(
              ProblemCode.CHANGED_MEANWHILE,
              () -> NODE.organisations.rename(id, new Names("甲", ""), MARCH, "x", 1));
          expect(ProblemCode.NOT_FOUND, () -> NODE.organisations.update(987_654, profile, 1));
        });
  }

  @Test
  void allThatIsWrongWithAProfileIsSaidAtOnce() {
    var wrong =
        new OrganisationProfile(
            new Names(" ", ""),
            OrganisationKind.ENTERPRISE,
            new Place("XX", "", "", 95.0, null),
            "ftp://x",
            "gone");
    assertThatExceptionOfType(NodeProblem.class)
        .isThrownBy(() ->
            as(
                OFFICER,
                () -> NODE.organisations.create(new NewOrganisation(wrong, List.of(), null))))
        .satisfies(problem -> {
          assertThat(problem.code()).isEqualTo(ProblemCode.INPUT_INVALID);
          assertThat(problem.fields())
              .containsOnlyKeys("name_zh", "economy", "lat_degrees", "homepage", "status");
        });
  }

  @Test
  void anIdentifierBelongsToOneAtATime() {
    long one = NODE.organisation();
    long other = NODE.organisation();
    var code = NewIdentifier.of(IdentifierScheme.USCC, "9144030071526726xg");
    runAs(
        OFFICER,
        () -> {
          Identifier identifier = NODE.identifiers.add(one, code);
          assertThat(identifier.value()).isEqualTo("9144030071526726XG");
          expect(ProblemCode.CONFLICT, () -> NODE.identifiers.add(other, code));
          expect(
              ProblemCode.INPUT_INVALID,
              () ->
                  NODE.identifiers.add(
                      other, NewIdentifier.of(IdentifierScheme.USCC, "9144030071526726XX")));
          expect(
              ProblemCode.INPUT_INVALID,
              () ->
                  NODE.identifiers.add(
                      other, NewIdentifier.of(IdentifierScheme.ORCID, "0000-0002-1825-0097")));
          NODE.identifiers.retract(identifier.id(), "belongs to the other");
          expect(
              ProblemCode.CHANGED_MEANWHILE,
              () -> NODE.identifiers.retract(identifier.id(), "again"));
          NODE.identifiers.add(other, code);
          assertThat(NODE.identifiers.findSubject(IdentifierScheme.USCC, code.value()))
              .hasValue(other);
          assertThat(NODE.identifiers.of(one))
              .singleElement()
              .matches(i -> !i.recorded().open())
              .matches(i -> "belongs to the other".equals(i.closeReason()));
        });
  }

  @Test
  void peopleAndWorksAreKeptByTheirOrganisation() {
    long university = NODE.organisation();
    var profile =
        new PersonProfile(
            new Names("王丽", "Wang Li"), PersonKind.RESEARCHER, university, "", "active");
    runAs(
        keeper(university),
        () -> {
          Person person = NODE.people.create(profile);
          NODE.facts.record(
              NewFact.of(
                  person.id(), "employer", String.valueOf(university), Validity.from(MARCH), ""));
          NODE.identifiers.add(
              person.id(), NewIdentifier.of(IdentifierScheme.ORCID, "0000-0002-1825-0097"));
          Person changed = NODE.people.update(person.id(), profile, person.version());
          assertThat(changed.version()).isEqualTo(2);
          expect(ProblemCode.CHANGED_MEANWHILE, () -> NODE.people.update(person.id(), profile, 1));
          Work work =
              NODE.works.create(
                  new WorkProfile(
                      new Names("激光器", ""), WorkKind.PATENT, university, 2017, "", "active"));
          NODE.identifiers.add(
              work.id(), NewIdentifier.of(IdentifierScheme.CN_PATENT, "ZL201710601862.3"));
          NODE.facts.record(
              NewFact.of(work.id(), "technology_readiness_level", "5", Validity.day(MARCH), ""));
          assertThat(NODE.works.find(work.id())).contains(work);
        });
    runAs(
        keeper(university + 1),
        () -> expect(ProblemCode.NOT_ALLOWED, () -> NODE.people.create(profile)));
  }

  private static void expect(ProblemCode code, ThrowingCallable work) {
    assertThatExceptionOfType(NodeProblem.class)
        .isThrownBy(work)
        .matches(problem -> problem.code() == code, "is " + code);
  }
}
