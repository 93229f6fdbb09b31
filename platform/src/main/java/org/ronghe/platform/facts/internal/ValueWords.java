package org.ronghe.platform.facts.internal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.AttributeType;
import org.ronghe.platform.facts.dictionary.FactValue;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.View;

/// Values as people read them: money in yuan and ten thousands of yuan, shares in percent, codes by
/// their names, references by the name of what is meant.
public final class ValueWords {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
  private static final String YUAN = "CNY";

  private final View view;
  private final Map<Long, SubjectHead> subjects;

  /// @param subjects those that values refer to
  ValueWords(View view, Map<Long, SubjectHead> subjects) {
    this.view = view;
    this.subjects = Map.copyOf(subjects);
  }

  /// A value in full.
  public String full(Attribute attribute, FactValue value) {
    return switch (value) {
      case FactValue.Figure figure -> withUnit(attribute, figure(attribute, figure));
      case FactValue.Money money -> money(money);
      case FactValue.Flag(boolean holds) -> view.text(holds ? "facts.page.yes" : "facts.page.no");
      case FactValue.Day(LocalDate date) -> date.toString();
      case FactValue.Text(String text) -> text(attribute, text);
      case FactValue.Reference(long subject) -> name(subject);
      case FactValue.Holding(long subject, BigDecimal part) ->
          name(subject) + " · " + percent(part);
    };
  }

  /// A value in a table whose row says the unit: yuan in ten thousands, rounded to 100 yuan.
  public String brief(Attribute attribute, FactValue value) {
    return switch (value) {
      case FactValue.Money money when money.currency().equals(YUAN) ->
          number(money.amount().divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP), 2, 2);
      case FactValue.Figure figure -> figure(attribute, figure);
      case FactValue.Money _,
          FactValue.Flag _,
          FactValue.Day _,
          FactValue.Text _,
          FactValue.Reference _,
          FactValue.Holding _ ->
          full(attribute, value);
    };
  }

  /// The unit that a row of a table says; empty for a bare number.
  public String unit(Attribute attribute) {
    if (attribute.type() == AttributeType.MONEY) {
      return view.text("facts.page.unit.ten-thousand-yuan");
    }
    String unit = attribute.values().unit();
    return unit.isEmpty() ? "" : view.text("facts.page.unit." + unit.toLowerCase(Locale.ROOT));
  }

  /// The page of what a value refers to; null where it refers to nothing.
  public @Nullable String href(FactValue value) {
    SubjectHead subject =
        switch (value) {
          case FactValue.Reference(long id) -> subjects.get(id);
          case FactValue.Holding(long id, _) -> subjects.get(id);
          case FactValue.Figure _,
              FactValue.Money _,
              FactValue.Flag _,
              FactValue.Day _,
              FactValue.Text _ ->
              null;
        };
    return subject == null ? null : subject.href();
  }

  /// The days for which a fact holds, the last one included, as people write them.
  public String valid(Validity valid) {
    if (valid.findYear().isPresent()) {
      return view.text("facts.page.valid.year", String.valueOf(valid.findYear().get()));
    }
    LocalDate from = valid.from();
    LocalDate last = valid.to() == null ? null : valid.to().minusDays(1);
    if (from != null && valid.isDay()) {
      return from.toString();
    }
    if (from == null) {
      return last == null
          ? view.text("facts.page.valid.always")
          : view.text("facts.page.valid.until", last.toString());
    }
    return last == null
        ? view.text("facts.page.valid.since", from.toString())
        : view.text("facts.page.valid.between", from.toString(), last.toString());
  }

  /// The reader's words for a title, a unit and so on.
  public Language language() {
    return view.language();
  }

  private static String figure(Attribute attribute, FactValue.Figure figure) {
    return attribute.type() == AttributeType.PERCENT
        ? percent(figure.number())
        : number(figure.number(), 0, 12);
  }

  private String withUnit(Attribute attribute, String number) {
    String unit = unit(attribute);
    return unit.isEmpty() ? number : number + " " + unit;
  }

  private String money(FactValue.Money money) {
    if (!money.currency().equals(YUAN)) {
      return money.currency() + " " + number(money.amount(), money.amount().scale(), 4);
    }
    String exact = view.text("facts.page.yuan", number(money.amount(), 2, 2));
    if (money.amount().abs().compareTo(TEN_THOUSAND) < 0) {
      return exact;
    }
    return exact + " " + view.text("facts.page.yuan-brief", brief(money));
  }

  private static String brief(FactValue.Money money) {
    return number(money.amount().divide(TEN_THOUSAND, 2, RoundingMode.HALF_UP), 2, 2);
  }

  private static String percent(BigDecimal part) {
    return number(part.multiply(HUNDRED), 0, 6) + " %";
  }

  private String text(Attribute attribute, String text) {
    var code = attribute.values().codes().get(text);
    return code == null ? text : code.in(view.language());
  }

  private String name(long subject) {
    SubjectHead head = subjects.get(subject);
    return head == null
        ? view.text("facts.page.number", String.valueOf(subject))
        : head.name(view.language());
  }

  private static String number(BigDecimal number, int least, int most) {
    var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(least);
    format.setMaximumFractionDigits(most);
    format.setRoundingMode(RoundingMode.HALF_UP);
    return format.format(number);
  }
}
