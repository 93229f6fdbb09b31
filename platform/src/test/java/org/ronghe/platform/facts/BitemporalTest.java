package org.ronghe.platform.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ronghe.platform.facts.FactsNode.OFFICER;
import static org.ronghe.platform.facts.FactsNode.runAs;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.facts.dictionary.FactValue;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;

/// Facts against the simplest thing that could be right: a copy of all days after each change.
class BitemporalTest {
  private static final FactsNode NODE = new FactsNode();
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final int DAYS = 40;
  private static final long SEED = 20_261_125;

  private final Random random = new Random(SEED);

  /// What held on each day after a change, by the day's number.
  private record Snapshot(Instant at, Map<Integer, String> byDay) {}

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void everyStateAtBothTimesIsAsTheModelSays() {
    for (int round = 0; round < 6; round++) {
      long firm = NODE.organisation();
      runAs(OFFICER, () -> follow(firm, 60));
    }
  }

  private void follow(long firm, int steps) {
    var now = new HashMap<Integer, String>();
    var snapshots = new ArrayList<Snapshot>();
    int refused = 0;
    for (int step = 0; step < steps; step++) {
      String value = "v" + step;
      List<Fact> known = NODE.facts.known(firm, null).stream().filter(this::ours).toList();
      try {
        switch (known.isEmpty() ? 0 : random.nextInt(5)) {
          case 0, 1 -> record(firm, value, now);
          case 2 -> correct(pick(known), value, now);
          case 3 -> change(pick(known), value, now);
          default -> retract(pick(known), now);
        }
      } catch (NodeProblem e) {
        assertThat(e.code())
            .as("seed %d", SEED)
            .isIn(ProblemCode.CONFLICT, ProblemCode.INPUT_INVALID);
        refused++;
      }
      // What was recorded by now, and nothing later, is in force at this instant.
      snapshots.add(new Snapshot(latestRecorded(firm), Map.copyOf(now)));
    }
    assertThat(refused).as("some steps are refused, most are not").isBetween(1, steps / 2);
    for (Snapshot snapshot : snapshots) {
      for (int day = -1; day <= DAYS; day++) {
        var asOf = new AsOf(FIRST.plusDays(day), snapshot.at());
        assertThat(held(NODE.facts.state(firm, asOf)))
            .as("day %d at %s, seed %d", day, snapshot.at(), SEED)
            .isEqualTo(
                snapshot.byDay().get(day) == null ? List.of() : List.of(snapshot.byDay().get(day)));
      }
    }
    for (int day = -1; day <= DAYS; day++) {
      assertThat(held(NODE.facts.state(firm, AsOf.day(FIRST.plusDays(day)))))
          .isEqualTo(now.get(day) == null ? List.of() : List.of(now.get(day)));
    }
  }

  private void record(long firm, String value, Map<Integer, String> now) {
    int from = random.nextInt(DAYS);
    int to = from + 1 + random.nextInt(8);
    NODE.facts.record(NewFact.of(firm, "main_product", value, days(from, to), ""));
    put(now, from, to, value);
  }

  private void correct(Fact fact, String value, Map<Integer, String> now) {
    boolean moved = random.nextBoolean();
    int from = moved ? random.nextInt(DAYS) : from(fact);
    int to = moved ? from + 1 + random.nextInt(8) : to(fact);
    NODE.facts.correct(fact.id(), new Correction(value, days(from, to), "", null, "better"));
    remove(now, from(fact), to(fact));
    put(now, from, to, value);
  }

  private void change(Fact fact, String value, Map<Integer, String> now) {
    int from = from(fact) + random.nextInt(4);
    NODE.facts.change(
        fact.id(), FIRST.plusDays(from), new Correction(value, fact.valid(), "", null, "changed"));
    put(now, from, to(fact), value);
  }

  private void retract(Fact fact, Map<Integer, String> now) {
    NODE.facts.retract(fact.id(), "never so");
    remove(now, from(fact), to(fact));
  }

  private Fact pick(List<Fact> facts) {
    return facts.get(random.nextInt(facts.size()));
  }

  private static void put(Map<Integer, String> now, int from, int to, String value) {
    for (int day = from; day < to; day++) {
      now.put(day, value);
    }
  }

  private static void remove(Map<Integer, String> now, int from, int to) {
    for (int day = from; day < to; day++) {
      now.remove(day);
    }
  }

  private Instant latestRecorded(long firm) {
    return NODE.facts.history(firm, "main_product").stream()
        .flatMap(fact ->
            fact.recorded().to() == null
                ? java.util.stream.Stream.of(fact.recorded().from())
                : java.util.stream.Stream.of(fact.recorded().from(), fact.recorded().to()))
        .max(Instant::compareTo)
        .orElse(Instant.now());
  }

  private boolean ours(Fact fact) {
    return fact.attribute().equals("main_product");
  }

  private List<String> held(List<Fact> facts) {
    return facts.stream()
        .filter(this::ours)
        .map(fact -> ((FactValue.Text) fact.value()).text())
        .toList();
  }

  private static Validity days(int from, int to) {
    return new Validity(FIRST.plusDays(from), FIRST.plusDays(to));
  }

  private static int from(Fact fact) {
    return (int) (Objects.requireNonNull(fact.valid().from()).toEpochDay() - FIRST.toEpochDay());
  }

  private static int to(Fact fact) {
    return (int) (Objects.requireNonNull(fact.valid().to()).toEpochDay() - FIRST.toEpochDay());
  }
}
