package org.ronghe.rules.book;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ronghe.rules.book.Input.Absent;
import org.ronghe.rules.book.Input.Range;
import org.ronghe.rules.language.Amounts;
import org.ronghe.rules.language.Expression.SpanUnit;
import org.ronghe.rules.source.ProblemCode;

/// Reads one entry of `inputs`.
final class InputReader {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern YEAR = Pattern.compile("(?:last year|([1-9]) years? before last)");
  private static final Pattern YEARS = Pattern.compile("last ([2-9]|10) years(?: but ([1-9]))?");
  private static final Pattern WITHIN =
      Pattern.compile("within ([1-9][0-9]*) (days?|months?|years?)");
  private static final Pattern SINCE =
      Pattern.compile("since (?:(this year)|(last year)|([2-9]) years ago)");

  private static final Map<String, Period> WORDS =
      Map.of(
          "now", new Period.Now(),
          "ever", new Period.Ever(),
          "latest year", new Period.LatestYear(),
          "this year", new Period.Year(0));

  private InputReader() {}

  static Input read(String name, Fields fields) {
    if (!NAME.matcher(name).matches()) {
      fields.problems().add(ProblemCode.VALUE_WRONG, fields.place(), name, "a-z, 0-9, _");
    }
    var words = fields.findWords("name");
    Input.Origin origin;
    if (fields.has("rulebook")) {
      origin = new Input.Worked(fields.text("rulebook"), fields.text("value"));
    } else if (fields.has("parameter")) {
      words = fields.words("parameter");
      origin = new Input.Parameter(between(fields));
    } else if (fields.has("group")) {
      origin =
          new Input.Grouped(
              fields.text("fact"), period(fields), fields.text("group"), currency(fields));
    } else {
      origin = fact(fields);
    }
    fields.close();
    return new Input(name, fields.place(), words, origin);
  }

  private static Input.Fact fact(Fields fields) {
    var absent =
        switch (fields.findText("absent").orElse("missing")) {
          case "missing" -> Absent.MISSING;
          case "none" -> Absent.NONE;
          default -> {
            fields.wrong("absent", "missing, none");
            yield Absent.MISSING;
          }
        };
    return new Input.Fact(
        fields.text("fact"),
        period(fields),
        fields.texts("via"),
        absent,
        fields.findWords("judged"),
        between(fields),
        currency(fields),
        fields.findText("since"));
  }

  private static String currency(Fields fields) {
    var currency = fields.findText("currency").orElse("CNY");
    if (!Amounts.isCurrency(currency)) {
      fields.wrong("currency", "CNY, EUR, USD …");
    }
    return currency;
  }

  private static Optional<Range> between(Fields fields) {
    if (!fields.has("between")) {
      return Optional.empty();
    }
    var ends = fields.list("between");
    if (ends.size() == 2) {
      var least = fields.amount("between", ends.getFirst());
      var most = fields.amount("between", ends.getLast());
      if (least.isPresent() && most.isPresent()) {
        if (least.get().value().compareTo(most.get().value()) < 0) {
          return Optional.of(new Range(least.get().value(), most.get().value()));
        }
        fields.wrong("between", "[0, 8]");
      }
    } else {
      fields.wrong("between", "[0, 8]");
    }
    return Optional.empty();
  }

  private static Period period(Fields fields) {
    var text = fields.text("period");
    var word = WORDS.get(text);
    if (word != null) {
      return word;
    }
    Matcher year = YEAR.matcher(text);
    if (year.matches()) {
      return new Period.Year(year.group(1) == null ? 1 : 1 + Integer.parseInt(year.group(1)));
    }
    Matcher years = YEARS.matcher(text);
    if (years.matches()) {
      int back = years.group(2) == null ? 1 : 1 + Integer.parseInt(years.group(2));
      return new Period.Years(Integer.parseInt(years.group(1)), back);
    }
    Matcher within = WITHIN.matcher(text);
    if (within.matches()) {
      return new Period.Within(Integer.parseInt(within.group(1)), span(within.group(2)));
    }
    Matcher since = SINCE.matcher(text);
    if (since.matches()) {
      int back =
          since.group(1) != null
              ? 0
              : since.group(2) != null ? 1 : Integer.parseInt(since.group(3));
      return new Period.SinceYear(back);
    }
    if (!text.isEmpty()) {
      fields.wrong(
          "period",
          "now, last year, 2 years before last, last 3 years, latest year, this year,"
              + " within 5 years, since last year, ever");
    }
    return new Period.Now();
  }

  private static SpanUnit span(String word) {
    return word.startsWith("day")
        ? SpanUnit.DAYS
        : word.startsWith("month") ? SpanUnit.MONTHS : SpanUnit.YEARS;
  }
}
