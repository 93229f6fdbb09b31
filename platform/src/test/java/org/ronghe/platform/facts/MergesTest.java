package org.ronghe.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.ronghe.platform.facts.FactsNode.OFFICER;
import static org.ronghe.platform.facts.FactsNode.SECOND_OFFICER;
import static org.ronghe.platform.facts.FactsNode.STRANGER;
import static org.ronghe.platform.facts.FactsNode.as;
import static org.ronghe.platform.facts.FactsNode.keeper;
import static org.ronghe.platform.facts.FactsNode.runAs;

import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.facts.identifier.IdentifierScheme;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

class MergesTest {
  private static final FactsNode NODE = new FactsNode();

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void whileMergedTheSurvivorHasEverythingAndAfterwardsAllIsAsBefore() {
    long survivor = NODE.organisation();
    long merged = NODE.organisation();
    long third = NODE.organisation();
    runAs(
        OFFICER,
        () -> {
          NODE.facts.record(revenue(survivor, 2023));
          NODE.facts.record(revenue(merged, 2024));
          NODE.facts.record(
              NewFact.of(
                  third, "controlled_by", String.valueOf(merged), Validity.always(), "register"));
          NODE.identifiers.add(merged, NewIdentifier.of(IdentifierScheme.ROR, "033vjfk17"));
        });
    List<Fact> factsOfSurvivor = known(survivor);
    List<Fact> factsOfMerged = known(merged);
    Instant before = Instant.now();

    Merge proposal = as(OFFICER, () -> NODE.merges.propose(merged, survivor, "same code", null));
    assertThat(proposal.state()).isEqualTo(Merge.State.PROPOSED);
    assertThat(known(survivor)).as("a proposal changes nothing").isEqualTo(factsOfSurvivor);
    Merge done = as(SECOND_OFFICER, () -> NODE.merges.decide(proposal.id(), true, "seen"));
    assertThat(done.state()).isEqualTo(Merge.State.IN_FORCE);

    assertThat(known(survivor)).containsAll(factsOfSurvivor).containsAll(factsOfMerged);
    assertThat(as(OFFICER, () -> NODE.organisations.survivor(merged))).isEqualTo(survivor);
    assertThat(as(OFFICER, () -> NODE.identifiers.of(survivor)))
        .extracting(Identifier::value)
        .containsExactly("033vjfk17");
    assertThat(as(OFFICER, () -> NODE.identifiers.findSubject(IdentifierScheme.ROR, "033vjfk17")))
        .hasValue(survivor);
    assertThat(as(OFFICER, () -> NODE.facts.known(survivor, before)))
        .as("at an instant before the merge they were two")
        .isEqualTo(factsOfSurvivor);
    assertThat(as(keeper(merged), () -> NODE.facts.known(survivor, null)))
        .as("who kept the merged one reads and keeps the survivor")
        .hasSameSizeAs(known(survivor));
    Fact meanwhile = as(keeper(merged), () -> NODE.facts.record(revenue(survivor, 2025)));

    Merge undone = as(OFFICER, () -> NODE.merges.undo(done.id(), "they are two after all"));
    assertThat(undone.state()).isEqualTo(Merge.State.UNDONE);
    assertThat(known(merged)).isEqualTo(factsOfMerged);
    assertThat(known(survivor)).containsAll(factsOfSurvivor).contains(meanwhile);
    assertThat(known(survivor)).hasSize(factsOfSurvivor.size() + 1);
    assertThat(as(OFFICER, () -> NODE.organisations.survivor(merged))).isEqualTo(merged);
    expect(
        ProblemCode.NOT_ALLOWED, keeper(merged), () -> NODE.facts.record(revenue(survivor, 2022)));
  }

  @Test
  void nobodyDecidesTheirOwnProposalAndOnlyOfficersDecide() {
    long one = NODE.organisation();
    long other = NODE.organisation();
    Merge proposal = as(keeper(one), () -> NODE.merges.propose(one, other, "same", null));
    expect(ProblemCode.NOT_ALLOWED, keeper(one), () -> NODE.merges.decide(proposal.id(), true, ""));
    expect(ProblemCode.NOT_ALLOWED, STRANGER, () -> NODE.merges.propose(other, one, "same", null));
    expect(ProblemCode.CONFLICT, keeper(one), () -> NODE.merges.propose(one, other, "x", null));
    runAs(OFFICER, () -> NODE.merges.decide(proposal.id(), false, "two firms"));
    expect(
        ProblemCode.CHANGED_MEANWHILE,
        SECOND_OFFICER,
        () -> NODE.merges.decide(proposal.id(), true, ""));
    Merge own = as(OFFICER, () -> NODE.merges.propose(one, other, "same", null));
    expect(ProblemCode.CONFLICT, OFFICER, () -> NODE.merges.decide(own.id(), true, ""));
    assertThat(as(STRANGER, () -> NODE.merges.of(one))).as("proposals are not public").isEmpty();
    assertThat(as(OFFICER, () -> NODE.merges.of(one))).hasSize(2);
  }

  @Test
  void aChainIsFollowedAndACircleRefused() {
    long a = NODE.organisation();
    long b = NODE.organisation();
    long c = NODE.organisation();
    Merge first = merge(a, b);
    expect(ProblemCode.CONFLICT, OFFICER, () -> NODE.merges.propose(b, a, "circle", null));
    expect(ProblemCode.CONFLICT, OFFICER, () -> NODE.merges.propose(a, c, "twice", null));
    Merge second = merge(b, c);
    assertThat(as(OFFICER, () -> NODE.organisations.survivor(a))).isEqualTo(c);
    assertThat(known(c)).extracting(Fact::subject).contains(a, b, c);
    runAs(OFFICER, () -> NODE.merges.undo(first.id(), "a is another"));
    assertThat(known(c)).extracting(Fact::subject).contains(b, c).doesNotContain(a);
    assertThat(known(a)).extracting(Fact::subject).containsOnly(a);
    expect(ProblemCode.CHANGED_MEANWHILE, OFFICER, () -> NODE.merges.undo(first.id(), "again"));
    runAs(OFFICER, () -> NODE.merges.undo(second.id(), "all apart"));
    assertThat(known(c)).extracting(Fact::subject).containsOnly(c);
  }

  private static Merge merge(long merged, long survivor) {
    Merge proposal = as(OFFICER, () -> NODE.merges.propose(merged, survivor, "same", null));
    return as(SECOND_OFFICER, () -> NODE.merges.decide(proposal.id(), true, "yes"));
  }

  private static List<Fact> known(long subject) {
    return as(OFFICER, () -> NODE.facts.known(subject, null));
  }

  private static NewFact revenue(long subject, int year) {
    return NewFact.of(subject, "sales_revenue", "100", Validity.year(year), "");
  }

  private static void expect(ProblemCode code, Actor actor, ThrowingCallable work) {
    runAs(
        actor,
        () ->
            assertThatExceptionOfType(NodeProblem.class)
                .isThrownBy(work)
                .matches(problem -> problem.code() == code, "is " + code));
  }
}
