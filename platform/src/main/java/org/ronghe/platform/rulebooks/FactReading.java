package org.ronghe.platform.rulebooks;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ronghe.platform.facts.KnownFact;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.FactValue;
import org.ronghe.rules.fact.Facts;
import org.ronghe.rules.number.Exact;

/// Facts of the fact base as rules read them: the last day instead of the first after,
/// organisations by their id as text, and the number of the fact at the head of its source.
public final class FactReading {
  private static final Pattern NUMBERED = Pattern.compile("fact ([0-9]{1,18})(?:: .*)?");

  private FactReading() {}

  /// All facts of one subject.
  public static Facts of(List<KnownFact> facts) {
    return Facts.of(facts.stream().map(FactReading::of).toList());
  }

  /// One fact.
  public static org.ronghe.rules.fact.Fact of(KnownFact fact) {
    Validity valid = fact.valid();
    LocalDate from = valid.from();
    LocalDate to = valid.to();
    String source = fact.source();
    return new org.ronghe.rules.fact.Fact(
        fact.attribute(),
        value(fact.value()),
        from == null ? LocalDate.MIN : from,
        to == null ? LocalDate.MAX : to.minusDays(1),
        from != null || to != null,
        source.isEmpty() ? "fact " + fact.id() : "fact " + fact.id() + ": " + source);
  }

  /// The id of the fact that one of rules was read from.
  public static Optional<Long> findId(org.ronghe.rules.fact.Fact fact) {
    var matcher = NUMBERED.matcher(fact.source());
    return matcher.matches() ? Optional.of(Long.valueOf(matcher.group(1))) : Optional.empty();
  }

  /// A value.
  public static org.ronghe.rules.fact.FactValue value(FactValue value) {
    return switch (value) {
      case FactValue.Figure figure ->
          new org.ronghe.rules.fact.FactValue.Figure(Exact.of(figure.number()));
      case FactValue.Money money ->
          new org.ronghe.rules.fact.FactValue.Money(
              Exact.of(money.amountMinor()), money.currency());
      case FactValue.Flag flag -> new org.ronghe.rules.fact.FactValue.Flag(flag.holds());
      case FactValue.Day day -> new org.ronghe.rules.fact.FactValue.Day(day.date());
      case FactValue.Text text -> new org.ronghe.rules.fact.FactValue.Text(text.text());
      case FactValue.Reference reference ->
          new org.ronghe.rules.fact.FactValue.Reference(String.valueOf(reference.subject()));
      case FactValue.Holding holding ->
          new org.ronghe.rules.fact.FactValue.Holding(
              String.valueOf(holding.subject()), Exact.of(holding.part()));
    };
  }
}
