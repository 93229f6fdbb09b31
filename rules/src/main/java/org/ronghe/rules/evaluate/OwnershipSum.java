package org.ronghe.rules.evaluate;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ronghe.rules.book.Contents.Cell;
import org.ronghe.rules.book.Contents.Exempt;
import org.ronghe.rules.book.Contents.Ownership;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.link.Slot;
import org.ronghe.rules.number.Exact;

/// A figure of a firm with those it is tied to, over the graph of holdings.
///
/// Recommendation 2003/361/EC, Annex, art. 3 and 6: all of every enterprise that is linked, however
/// far; the held part of partners directly above or below any of these, each with all that is
/// linked to it.
final class OwnershipSum {
  private static final Exact HALF = Exact.ONE.dividedBy(Exact.of(2));

  private final Dossier dossier;
  private final Resolver resolver;
  private final List<Fact> used = new ArrayList<>();

  OwnershipSum(Dossier dossier, Resolver resolver) {
    this.dossier = dossier;
    this.resolver = resolver;
  }

  /// One holds a part of another.
  private record Tie(String holder, String held, Exact part) {
    String other(String one) {
      return one.equals(holder) ? held : holder;
    }

    boolean touches(String one) {
      return one.equals(holder) || one.equals(held);
    }
  }

  /// The sum; where it is unknown whether an investor is left out, as far as both ways agree.
  Resolved resolve(Slot slot, Slot.Grouped asked) {
    var without = sum(asked, ties(asked.ownership(), true));
    var with = sum(asked, ties(asked.ownership(), false));
    return new Resolved(slot, without.equals(with) ? with : either(without, with), used);
  }

  private static Quantity either(Quantity one, Quantity other) {
    if (!one.isKnown() || !other.isKnown()) {
      return Quantity.unknown(Doubt.MISSING.and(one.doubt()).and(other.doubt()));
    }
    boolean ordered = one.value().compareTo(other.value()) <= 0;
    return ordered
        ? Quantity.between(one.value(), other.value(), Doubt.MISSING)
        : Quantity.between(other.value(), one.value(), Doubt.MISSING);
  }

  private Quantity sum(Slot.Grouped asked, List<Tie> ties) {
    var rule = asked.ownership();
    var linked = linked(dossier.subject(), ties, rule);
    var sum = sum(linked, Exact.ONE, asked);
    var counted = new TreeSet<>(linked);
    // A partner and everything linked to it count once, by the greatest part held.
    Map<String, Exact> partners = new TreeMap<>();
    for (var tie : ties) {
      for (var member : linked) {
        if (tie.touches(member)
            && !linked.contains(tie.other(member))
            && tie.part().compareTo(rule.partnerFrom()) >= 0) {
          partners.merge(tie.other(member), tie.part(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
        }
      }
    }
    while (!partners.isEmpty()) {
      var first = partners.keySet().iterator().next();
      var group = linked(first, ties, rule);
      var part = Exact.ZERO;
      for (var member : group) {
        var held = partners.remove(member);
        part = held != null && held.compareTo(part) > 0 ? held : part;
      }
      group.removeAll(counted);
      counted.addAll(group);
      sum = added(sum, sum(group, part, asked));
    }
    return sum;
  }

  private static Quantity added(Quantity a, Quantity b) {
    return a.isKnown() && b.isKnown()
        ? Quantity.of(a.value().plus(b.value()))
        : Quantity.unknown(a.doubt().and(b.doubt()));
  }

  private Facts facts(String subject) {
    return subject.equals(dossier.subject())
        ? dossier.own()
        : dossier.others().getOrDefault(subject, Facts.NONE);
  }

  private Quantity sum(Set<String> subjects, Exact part, Slot.Grouped asked) {
    var sum = Quantity.of(0);
    for (var subject : subjects) {
      var fact =
          resolver.pick(facts(subject), asked.grouped().attribute(), asked.grouped().period());
      fact.filter(found -> !used.contains(found)).ifPresent(used::add);
      var value =
          fact.map(found -> amount(found.value(), asked.grouped().currency()))
              .orElse(Quantity.unknown(Doubt.MISSING));
      sum = added(sum, value.isKnown() ? Quantity.of(value.value().times(part)) : value);
    }
    return sum;
  }

  private static Quantity amount(FactValue value, String currency) {
    return switch (value) {
      case FactValue.Figure figure -> Quantity.of(figure.number());
      case FactValue.Money money
          when money.currency().isEmpty() || money.currency().equals(currency) ->
          Quantity.of(money.amountMinor());
      default -> Quantity.unknown(Doubt.MISSING);
    };
  }

  /// @param unknownExempt whether investors are left out that may be
  private List<Tie> ties(Ownership rule, boolean unknownExempt) {
    var ties = new ArrayList<Tie>();
    ties(dossier.subject(), dossier.own(), rule, unknownExempt, ties);
    dossier.others().forEach((id, facts) -> ties(id, facts, rule, unknownExempt, ties));
    return ties;
  }

  private void ties(
      String held, Facts facts, Ownership rule, boolean unknownExempt, List<Tie> ties) {
    var holdings =
        Periods.items(
            facts.find(rule.holding()).orElse(List.of()), new Period.Now(), resolver.asOf());
    for (var fact : holdings) {
      if (fact.value() instanceof FactValue.Holding holding
          && !isExempt(holding.subject(), holding.part(), rule, unknownExempt)) {
        ties.add(new Tie(holding.subject(), held, holding.part()));
      }
    }
  }

  private boolean isExempt(String investor, Exact part, Ownership rule, boolean unknownExempt) {
    if (part.compareTo(HALF) > 0 || rule.investorKind().isEmpty()) {
      return false;
    }
    var facts = facts(investor);
    var kind = resolver.pick(facts, rule.investorKind(), new Period.Now());
    return kind.isPresent()
        && kind.get().value() instanceof FactValue.Text text
        && rule.exempt().stream()
            .anyMatch(exempt ->
                exempt.kind().equals(text.text()) && isBelow(facts, exempt, unknownExempt));
  }

  private boolean isBelow(Facts facts, Exempt exempt, boolean unknown) {
    for (Map.Entry<String, Cell> limit : new HashMap<>(exempt.below()).entrySet()) {
      var fact = resolver.pick(facts, limit.getKey(), new Period.LatestYear());
      var amount =
          fact.map(found -> amount(found.value(), limit.getValue().money()))
              .orElse(Quantity.unknown(Doubt.MISSING));
      if (amount.isKnown() ? amount.value().compareTo(limit.getValue().value()) >= 0 : !unknown) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> linked(String start, List<Tie> ties, Ownership rule) {
    var linked = new TreeSet<String>();
    var queue = new ArrayDeque<String>();
    linked.add(start);
    queue.add(start);
    while (!queue.isEmpty()) {
      var member = queue.remove();
      for (var tie : ties) {
        if (tie.touches(member)
            && tie.part().compareTo(rule.linkedOver()) > 0
            && linked.add(tie.other(member))) {
          queue.add(tie.other(member));
        }
      }
    }
    return linked;
  }
}
