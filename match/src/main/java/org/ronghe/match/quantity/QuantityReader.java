package org.ronghe.match.quantity;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ronghe.match.text.TextForm;

/// Finds numbers with units: `≥ 95 %`, `−40 °C ~ 85 °C`, `不低于 3 毫米`, `at least 3 mm`, `1000h以上`.
/// Numbers without a unit that is known are left alone: they are as often names and years.
public final class QuantityReader {
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?<![\\p{L}\\d.])[+\\-−–±]?\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?"
              + "|(?<![A-Za-z\\d.])[+\\-−–±]?\\d+(?:\\.\\d+)?");
  private static final Pattern RANGE = Pattern.compile("\\s*(?:~|～|〜|至|到|—|–|-|−|to)\\s*");
  private static final Pattern AT_LEAST_BEFORE =
      Pattern.compile(
          "(?:[≥≧>＞⩾]=?|不低于|不少于|不小于|(?<!不)(?:大于等于|大于|高于|超过|优于)|至少"
              + "|at least|(?<!no |not )(?:more than|greater than|above|over|exceeding)"
              + "|(?:no|not) less than|minimum(?: of)?)\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_MOST_BEFORE =
      Pattern.compile(
          "(?:[≤≦<＜⩽]=?|不高于|不超过|不大于|不多于|(?<!不)(?:小于等于|小于|低于|少于)|至多|最多"
              + "|at most|(?<!no |not )(?:less than|below|under)|(?:no|not) more than|up to"
              + "|maximum(?: of)?)"
              + "\\s*$",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_LEAST_AFTER =
      Pattern.compile("\\s*(?:以上|及以上|or more|or above|or higher)", Pattern.CASE_INSENSITIVE);
  private static final Pattern AT_MOST_AFTER =
      Pattern.compile("\\s*(?:以下|以内|之内|及以下|or less|or below)", Pattern.CASE_INSENSITIVE);
  private static final int SIGNS_BEFORE = 24;
  private static final int ABOUT = 16;

  private QuantityReader() {}

  /// All quantities in the order of the text.
  public static List<Quantity> read(String original) {
    String text = TextForm.folded(original);
    var found = new ArrayList<Quantity>();
    Matcher number = NUMBER.matcher(text);
    for (int place = 0; number.find(place); ) {
      Quantity quantity = quantity(text, number);
      if (quantity != null) {
        found.add(quantity);
      }
      place = quantity == null ? number.end() : Math.max(quantity.to(), number.end());
      if (place >= text.length()) {
        break;
      }
    }
    return found;
  }

  private static @Nullable Quantity quantity(String text, Matcher first) {
    int from = first.start();
    double low = value(first.group());
    int end = first.end();
    Unit unit = unit(text, end);
    int afterUnit = unit == null ? end : unitEnd(text, end, unit);
    Matcher range = RANGE.matcher(text);
    Matcher second = NUMBER.matcher(text);
    range.region(afterUnit, text.length());
    if (range.lookingAt()) {
      second.region(range.end(), text.length());
      second.useTransparentBounds(false);
      if (second.lookingAt()) {
        Unit secondUnit = unit(text, second.end());
        double high = value(second.group());
        if (secondUnit != null
            && (unit == null || unit.dimension() == secondUnit.dimension())
            && (unit == null ? secondUnit : unit).base(low) <= secondUnit.base(high)) {
          int to = unitEnd(text, second.end(), secondUnit);
          return of(
              (unit == null ? secondUnit : unit).base(low),
              secondUnit.base(high),
              secondUnit,
              text,
              from,
              to);
        }
      }
    }
    if (unit == null || isCalendarYear(first.group(), unit)) {
      return null;
    }
    double value = unit.base(low);
    String before = text.substring(Math.max(0, from - SIGNS_BEFORE), from);
    Matcher least = AT_LEAST_BEFORE.matcher(before);
    if (least.find()) {
      return of(value, Double.POSITIVE_INFINITY, unit, text, signs(from, before, least), afterUnit);
    }
    Matcher most = AT_MOST_BEFORE.matcher(before);
    if (most.find()) {
      return of(Double.NEGATIVE_INFINITY, value, unit, text, signs(from, before, most), afterUnit);
    }
    Matcher after = AT_LEAST_AFTER.matcher(text).region(afterUnit, text.length());
    if (after.lookingAt()) {
      return of(value, Double.POSITIVE_INFINITY, unit, text, from, after.end());
    }
    after = AT_MOST_AFTER.matcher(text).region(afterUnit, text.length());
    if (after.lookingAt()) {
      return of(Double.NEGATIVE_INFINITY, value, unit, text, from, after.end());
    }
    if (first.group().startsWith("±")) {
      return of(unit.base(-low), unit.base(low), unit, text, from, afterUnit);
    }
    return of(value, value, unit, text, from, afterUnit);
  }

  /// `2018年` is a date, `20年` a time.
  private static boolean isCalendarYear(String number, Unit unit) {
    return unit.spelling().equals("年") && number.matches("(?:19|20)\\d\\d");
  }

  private static int signs(int from, String before, Matcher sign) {
    return from - (before.length() - sign.start());
  }

  private static Quantity of(double low, double high, Unit unit, String text, int from, int to) {
    return new Quantity(
        low, high, unit.dimension(), about(text, from), text.substring(from, to).strip(), from, to);
  }

  /// The words just before, up to a comma or the like.
  private static String about(String text, int from) {
    int start = from;
    while (start > 0
        && from - start < ABOUT
        && ",，。;；:：、()（）\n".indexOf(text.charAt(start - 1)) < 0) {
      start--;
    }
    // A colon names what follows: "纯度：≥95%".
    if (start > 1 && ":：".indexOf(text.charAt(start - 1)) >= 0 && from - start <= 1) {
      return about(text, start - 1);
    }
    return text.substring(start, from).strip();
  }

  private static double value(String number) {
    String plain = number.replace(",", "").replace('−', '-').replace('–', '-').replace("±", "");
    return Double.parseDouble(plain);
  }

  private static int skipBlank(String text, int place) {
    return place < text.length() && text.charAt(place) == ' ' ? place + 1 : place;
  }

  private static @Nullable Unit unit(String text, int place) {
    return Unit.at(text, skipBlank(text, place));
  }

  private static int unitEnd(String text, int place, Unit unit) {
    return skipBlank(text, place) + unit.spelling().length();
  }
}
