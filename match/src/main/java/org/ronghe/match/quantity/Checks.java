package org.ronghe.match.quantity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.text.TermReader;

/// Holds what one text demands against what another states.
public final class Checks {
  private final TermReader terms;
  private final boolean sure;

  private Checks(TermReader terms, boolean sure) {
    this.terms = terms;
    this.sure = sure;
  }

  /// Checks that are counted and weighed with many others, doubtful ones among them.
  public static Checks likely(TermReader terms) {
    return new Checks(terms, false);
  }

  /// Checks that a person reads one by one. Percentages are of anything: a porosity is not held
  /// against a gain in efficiency because both are `率`, or because no other percentage is there.
  public static Checks sure(TermReader terms) {
    return new Checks(terms, true);
  }

  /// One check for each demand, in their order.
  ///
  /// A stated quantity speaks to a demand if it measures the same and is about the same by at least
  /// one shared term, or if both texts have only one of that kind; of several, the one that shares
  /// most. For [#sure] ones a single Chinese sign is no term, and percentages need a shared one.
  public List<Check> of(List<Quantity> demands, List<Quantity> stated) {
    var checks = new ArrayList<Check>();
    for (Quantity demand : demands) {
      if (!demand.isConstraint()) {
        continue;
      }
      Quantity answer = answer(demand, demands, stated);
      if (answer == null) {
        checks.add(new Check(demand, Check.Verdict.NOT_STATED, ""));
      } else {
        checks.add(
            new Check(
                demand,
                demand.isMetBy(answer) ? Check.Verdict.MET : Check.Verdict.NOT_MET,
                answer.written()));
      }
    }
    return checks;
  }

  private @Nullable Quantity answer(
      Quantity demand, List<Quantity> demands, List<Quantity> stated) {
    List<Quantity> alike =
        stated.stream().filter(other -> other.dimension() == demand.dimension()).toList();
    if (alike.isEmpty()) {
      return null;
    }
    Set<String> about = terms.counts(demand.about()).keySet();
    Quantity best =
        alike.stream()
            .max(
                Comparator.comparingInt((Quantity other) -> shared(about, other))
                    .thenComparing(Comparator.comparingInt(Quantity::from).reversed()))
            .orElseThrow();
    boolean only =
        !(sure && demand.dimension() == Unit.Dimension.RATIO)
            && alike.size() == 1
            && demands.stream().filter(other -> other.dimension() == demand.dimension()).count()
                == 1;
    return only || shared(about, best) > 0 ? best : null;
  }

  private int shared(Set<String> about, Quantity other) {
    var both = new HashSet<>(terms.counts(other.about()).keySet());
    both.retainAll(about);
    both.removeIf(term -> sure && term.length() == 1 && Character.isIdeographic(term.charAt(0)));
    return both.size();
  }
}
