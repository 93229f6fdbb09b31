package org.ronghe.rules.fact;

import java.time.LocalDate;
import org.ronghe.rules.number.Exact;

/// What a fact says.
public sealed interface FactValue {
  /// A number; a percentage as a fraction of one.
  record Figure(Exact number) implements FactValue {}

  /// Money.
  ///
  /// @param amountMinor in the smallest unit: fen for CNY
  /// @param currency ISO 4217; empty where none is stated: then it is what the rulebook counts in
  record Money(Exact amountMinor, String currency) implements FactValue {}

  record Flag(boolean holds) implements FactValue {}

  record Day(LocalDate date) implements FactValue {}

  /// A code, a text or a certificate's number.
  record Text(String text) implements FactValue {}

  /// Another subject.
  record Reference(String subject) implements FactValue {}

  /// A part held by an organisation, as a fraction of one.
  record Holding(String subject, Exact part) implements FactValue {}

  /// Known to be unknown.
  record Unknown() implements FactValue {}
}
