package org.ronghe.rules.evaluate;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ronghe.rules.book.Input;
import org.ronghe.rules.book.Input.Absent;
import org.ronghe.rules.book.Period;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.Fact;
import org.ronghe.rules.fact.FactType;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.fact.FactValue;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.link.Slot;

/// Finds in a firm's facts what slots ask for, on one day.
public final class Resolver {
  private static final Comparator<Fact> LATEST_LAST =
      Comparator.comparing(Fact::dated)
          .thenComparing(Fact::from)
          .thenComparing(Fact::until, Comparator.reverseOrder());

  private final Dossier dossier;
  private final Optional<Facts> own;
  private final LocalDate asOf;
  private final FactTypes types;

  public Resolver(Dossier dossier, LocalDate asOf, FactTypes types) {
    this.dossier = dossier;
    this.own = Optional.of(dossier.own());
    this.asOf = asOf;
    this.types = types;
  }

  /// The answer to one question.
  public Resolved resolve(Slot slot) {
    return switch (slot.asked()) {
      case Slot.Single single -> single(slot, single);
      case Slot.Count count -> count(slot, count);
      case Slot.Clock clock ->
          new Resolved(slot, Quantity.of(clock(clock.kind(), asOf)), List.of());
      case Slot.Parameter parameter -> parameter(slot, parameter);
      case Slot.Grouped grouped -> new OwnershipSum(dossier, this).resolve(slot, grouped);
    };
  }

  LocalDate asOf() {
    return asOf;
  }

  /// Days as days since 1970, years as numbers.
  public static long clock(Slot.ClockKind kind, LocalDate asOf) {
    int last = asOf.getYear() - 1;
    return switch (kind) {
      case AS_OF -> asOf.toEpochDay();
      case LAST_YEAR -> last;
      case END_OF_LAST_YEAR -> LocalDate.of(last, 12, 31).toEpochDay();
      case START_OF_LAST_YEAR -> LocalDate.of(last, 1, 1).toEpochDay();
    };
  }

  private Resolved parameter(Slot slot, Slot.Parameter asked) {
    var value = dossier.parameters().get(asked.name());
    var content =
        value != null
            ? Quantity.of(value)
            : asked
                .parameter()
                .between()
                .map(range -> Quantity.between(range.least(), range.most(), Doubt.HUMAN))
                .orElse(Quantity.unknown(Doubt.HUMAN));
    return new Resolved(slot, content, List.of());
  }

  private Resolved single(Slot slot, Slot.Single asked) {
    var fact = asked.fact();
    if (asked.since() && asked.period() instanceof Period.Year year) {
      var began = began(fact);
      if (began.isPresent() && began.get().getYear() > asOf.getYear() - year.back()) {
        return new Resolved(slot, Quantity.NOT_ASKED, List.of());
      }
    }
    var found = subject(fact).flatMap(facts -> pick(facts, fact.attribute(), asked.period()));
    var doubt = fact.judged().isEmpty() ? Doubt.MISSING : Doubt.HUMAN;
    if (found.isEmpty() || found.get().isUnknown()) {
      // Registers are complete in time as well: no entry on the day is none.
      boolean absent =
          found.isEmpty()
              && fact.absent() == Absent.NONE
              && (subject(fact).isPresent() || leadsNowhere(fact));
      return new Resolved(
          slot, absent ? none(slot) : open(slot, fact, doubt), found.stream().toList());
    }
    return new Resolved(slot, content(slot, fact, found.get()), List.of(found.get()));
  }

  private Optional<LocalDate> began(Input.Fact fact) {
    return fact.since()
        .flatMap(
            attribute -> subject(fact).flatMap(facts -> pick(facts, attribute, new Period.Now())))
        .flatMap(found ->
            found.value() instanceof FactValue.Day day
                ? Optional.of(day.date())
                : Optional.empty());
  }

  private static Content none(Slot slot) {
    return switch (slot.kind()) {
      case NUMBER -> Quantity.of(0);
      case FLAG -> new Content.Truth(Answer.NOT_MET);
      case CODE -> Content.Codes.of("");
    };
  }

  private static Content open(Slot slot, Input.Fact fact, Doubt doubt) {
    return switch (slot.kind()) {
      case NUMBER ->
          fact.between()
              .map(range -> Quantity.between(range.least(), range.most(), doubt))
              .orElse(Quantity.unknown(doubt));
      case FLAG -> new Content.Truth(doubt.answer());
      case CODE -> Content.Codes.unknown(doubt);
    };
  }

  private static Content content(Slot slot, Input.Fact asked, Fact fact) {
    return switch (fact.value()) {
      case FactValue.Figure figure when slot.kind() == Slot.Kind.NUMBER ->
          Quantity.of(figure.number());
      case FactValue.Money money when slot.kind() == Slot.Kind.NUMBER ->
          // Another currency is not the number asked for, and no rate is ours to choose.
          money.currency().isEmpty() || money.currency().equals(asked.currency())
              ? Quantity.of(money.amountMinor())
              : Quantity.unknown(Doubt.MISSING);
      case FactValue.Day day when slot.kind() == Slot.Kind.NUMBER ->
          Quantity.of(day.date().toEpochDay());
      case FactValue.Flag flag when slot.kind() == Slot.Kind.FLAG ->
          new Content.Truth(Answer.of(flag.holds()));
      case FactValue.Text text when slot.kind() == Slot.Kind.CODE -> Content.Codes.of(text.text());
      case FactValue.Reference reference when slot.kind() == Slot.Kind.CODE ->
          Content.Codes.of(reference.subject());
      case FactValue.Holding holding when slot.kind() == Slot.Kind.CODE ->
          Content.Codes.of(holding.subject());
      case FactValue.Figure _,
          FactValue.Money _,
          FactValue.Day _,
          FactValue.Flag _,
          FactValue.Text _,
          FactValue.Reference _,
          FactValue.Holding _,
          FactValue.Unknown _ ->
          open(slot, asked, Doubt.MISSING);
    };
  }

  /// The facts of the organisation that an input is about.
  private Optional<Facts> subject(Input.Fact fact) {
    Optional<Facts> at = own;
    for (var via : fact.via()) {
      at =
          at.flatMap(facts -> pick(facts, via, new Period.Now()))
              .flatMap(found ->
                  switch (found.value()) {
                    case FactValue.Reference reference ->
                        Optional.ofNullable(dossier.others().get(reference.subject()));
                    case FactValue.Holding holding ->
                        Optional.ofNullable(dossier.others().get(holding.subject()));
                    default -> Optional.empty();
                  });
    }
    return at;
  }

  private boolean leadsNowhere(Input.Fact fact) {
    return !fact.via().isEmpty()
        && dossier.own().find(fact.via().getFirst()).filter(all -> !all.isEmpty()).isEmpty();
  }

  private Resolved count(Slot slot, Slot.Count asked) {
    var fact = asked.fact();
    var facts = subject(fact).flatMap(found -> found.find(fact.attribute()));
    var doubt = fact.judged().isEmpty() ? Doubt.MISSING : Doubt.HUMAN;
    if (facts.isEmpty()) {
      boolean none =
          fact.absent() == Absent.NONE && (subject(fact).isPresent() || leadsNowhere(fact));
      return new Resolved(slot, none ? Quantity.of(0) : open(slot, fact, doubt), List.of());
    }
    var inTime = Periods.items(facts.get(), fact.period(), asOf);
    if (inTime.stream().anyMatch(Fact::isUnknown)) {
      return new Resolved(slot, Quantity.unknown(doubt), inTime);
    }
    var passing = inTime.stream().filter(item -> asked.test().passes(item.value())).toList();
    return new Resolved(slot, Quantity.of(passing.size()), passing);
  }

  /// The fact that answers for a time: dated before undated, later before earlier.
  Optional<Fact> pick(Facts facts, String attribute, Period period) {
    var timing = types.find(attribute).map(FactType::timing).orElse(FactType.Timing.INTERVAL);
    var all = facts.find(attribute).orElse(List.of());
    if (period instanceof Period.LatestYear) {
      var now = Periods.of(all, new Period.Year(0), timing, asOf);
      return latest(now.isEmpty() ? Periods.of(all, new Period.Year(1), timing, asOf) : now);
    }
    return latest(Periods.of(all, period, timing, asOf));
  }

  private static Optional<Fact> latest(List<Fact> facts) {
    return switch (facts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(facts.getFirst());
      default -> facts.stream().max(LATEST_LAST);
    };
  }
}
