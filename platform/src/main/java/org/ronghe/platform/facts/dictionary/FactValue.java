package org.ronghe.platform.facts.dictionary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;

/// The value of a fact.
public sealed interface FactValue {
  /// A decimal, an integer, or a percentage as a fraction of one.
  record Figure(BigDecimal number) implements FactValue {
    public Figure {
      // 5.0 and 5.00 are one figure.
      number = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
      number = number.scale() < 0 ? number.setScale(0) : number;
    }

    @Override
    public String plain() {
      return number.toPlainString();
    }
  }

  /// Money.
  ///
  /// @param amountMinor in the currency's smallest unit: fen for CNY
  /// @param currency ISO 4217
  record Money(long amountMinor, String currency) implements FactValue {
    /// The amount in the currency's main unit.
    public BigDecimal amount() {
      return BigDecimal.valueOf(
          amountMinor, Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits()));
    }

    @Override
    public String plain() {
      return String.format(Locale.ROOT, "%s %s", currency, amount().toPlainString());
    }
  }

  /// Yes or no.
  record Flag(boolean holds) implements FactValue {
    @Override
    public String plain() {
      return Boolean.toString(holds);
    }
  }

  /// A date.
  record Day(LocalDate date) implements FactValue {
    @Override
    public String plain() {
      return date.toString();
    }
  }

  /// A text, a code, or a certificate's number.
  record Text(String text) implements FactValue {
    @Override
    public String plain() {
      return text;
    }
  }

  /// Another subject.
  record Reference(long subject) implements FactValue {
    @Override
    public String plain() {
      return Long.toString(subject);
    }
  }

  /// A part held by an organisation, as a fraction of one.
  record Holding(long subject, BigDecimal part) implements FactValue {
    public Holding {
      part = part.signum() == 0 ? BigDecimal.ZERO : part.stripTrailingZeros();
    }

    @Override
    public String plain() {
      return subject + " " + part.toPlainString();
    }
  }

  /// The value as text that [Attribute#check] reads back as the same value; used in exports and in
  /// the API.
  String plain();
}
