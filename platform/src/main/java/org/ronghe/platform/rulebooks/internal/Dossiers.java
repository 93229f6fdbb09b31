package org.ronghe.platform.rulebooks.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.FactBlocks;
import org.ronghe.platform.facts.KnownFact;
import org.ronghe.platform.facts.dictionary.FactValue;
import org.ronghe.platform.rulebooks.FactReading;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.number.Exact;
import org.springframework.stereotype.Component;

/// What is known of firms, with what is known of the organisations their facts name: owners, and
/// owners of owners. In the name of the current actor, who may not read all of it.
@Component
class Dossiers {
  /// Rules that count tied enterprises together look no further than this.
  private static final int MOST_STEPS = 3;

  private final FactBlocks blocks;
  private final Parameters parameters;

  Dossiers(FactBlocks blocks, Parameters parameters) {
    this.blocks = blocks;
    this.parameters = parameters;
  }

  /// What is known of one firm.
  ///
  /// @param facts ids of all facts, those of others among them, in order: what the dossier rests on
  /// @param industry its class of industry by GB/T 4754; empty where it is not known
  /// @param ownNumbers whether the operator set numbers for it alone
  record Known(Dossier dossier, List<Long> facts, String industry, boolean ownNumbers) {
    Known {
      facts = List.copyOf(facts);
    }

    /// Whether more is known of it than its own facts and the numbers for all firms.
    boolean standsAlone() {
      return ownNumbers || !dossier.others().isEmpty();
    }
  }

  /// Of one firm.
  Known of(long organisation, @Nullable Instant recorded) {
    return Objects.requireNonNull(of(List.of(organisation), recorded).get(organisation));
  }

  /// Of many firms, in the order given; those of which nothing is known as well.
  Map<Long, Known> of(Collection<Long> organisations, @Nullable Instant recorded) {
    var known = new TreeMap<Long, List<KnownFact>>(blocks.known(organisations, recorded));
    Collection<Long> last = organisations;
    for (int step = 0; step < MOST_STEPS; step++) {
      var named = new TreeSet<Long>();
      for (Long organisation : last) {
        named(known.getOrDefault(organisation, List.of())).forEach(named::add);
      }
      named.removeAll(known.keySet());
      if (named.isEmpty()) {
        break;
      }
      Map<Long, List<KnownFact>> further = blocks.known(named, recorded);
      named.forEach(one -> known.put(one, further.getOrDefault(one, List.of())));
      last = named;
    }
    Map<String, Exact> all = parameters.ofAll(recorded);
    Map<Long, Map<String, Exact>> each = parameters.ofEach(organisations, recorded);
    var dossiers = new LinkedHashMap<Long, Known>();
    for (Long organisation : organisations) {
      dossiers.put(
          organisation, put(organisation, known, all, each.getOrDefault(organisation, Map.of())));
    }
    return dossiers;
  }

  private static Known put(
      long organisation,
      Map<Long, List<KnownFact>> known,
      Map<String, Exact> all,
      Map<String, Exact> own) {
    Map<String, Exact> numbers = all;
    if (!own.isEmpty()) {
      numbers = new TreeMap<>(all);
      numbers.putAll(own);
    }
    return put(organisation, known, numbers, !own.isEmpty());
  }

  private static Known put(
      long organisation,
      Map<Long, List<KnownFact>> known,
      Map<String, Exact> numbers,
      boolean ownNumbers) {
    List<KnownFact> own = known.getOrDefault(organisation, List.of());
    Set<Long> reached = new TreeSet<>();
    reach(organisation, known, reached, MOST_STEPS);
    var others = new TreeMap<String, Facts>();
    var ids = new TreeSet<Long>();
    own.forEach(fact -> ids.add(fact.id()));
    for (Long other : reached) {
      List<KnownFact> facts = known.getOrDefault(other, List.of());
      others.put(String.valueOf(other), FactReading.of(facts));
      facts.forEach(fact -> ids.add(fact.id()));
    }
    return new Known(
        new Dossier(String.valueOf(organisation), FactReading.of(own), others, numbers),
        List.copyOf(ids),
        industry(own),
        ownNumbers);
  }

  private static void reach(
      long from, Map<Long, List<KnownFact>> known, Set<Long> reached, int stepsLeft) {
    if (stepsLeft == 0) {
      return;
    }
    named(known.getOrDefault(from, List.of()))
        .filter(other -> known.containsKey(other) && reached.add(other))
        .forEach(other -> reach(other, known, reached, stepsLeft - 1));
  }

  private static Stream<Long> named(List<KnownFact> facts) {
    return facts.stream()
        .flatMap(fact ->
            switch (fact.value()) {
              case FactValue.Reference reference -> Stream.of(reference.subject());
              case FactValue.Holding holding -> Stream.of(holding.subject());
              case FactValue.Figure _,
                  FactValue.Money _,
                  FactValue.Flag _,
                  FactValue.Day _,
                  FactValue.Text _ ->
                  Stream.empty();
            });
  }

  private static String industry(List<KnownFact> facts) {
    return facts.stream()
        .filter(fact -> fact.attribute().equals("industry_class") && fact.valid().to() == null)
        .map(fact -> fact.value().plain())
        .reduce("", (_, later) -> later);
  }
}
