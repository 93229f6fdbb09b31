package org.ronghe.platform.facts.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.facts.Validity;
import org.ronghe.platform.facts.dictionary.Attribute;
import org.ronghe.platform.facts.dictionary.AttributeType;
import org.ronghe.platform.facts.dictionary.SubjectKind;
import org.ronghe.platform.facts.dictionary.ValueCheck;
import org.ronghe.platform.text.Texts;
import org.springframework.stereotype.Component;

/// Reads the controls of a fact's form: all that is wrong at once.
@Component
class FactInput {
  /// The names of the controls that something can be wrong with.
  static final Set<String> CONTROLS =
      Set.of("value", "part", "year", "day", "from", "to", "source", "link", "file", "reason");

  private final SubjectHeads heads;

  FactInput(SubjectHeads heads) {
    this.heads = heads;
  }

  /// What was read.
  ///
  /// @param value as text for the attribute; empty if it cannot be read
  /// @param faults by control; empty where all is right
  record Reading(String value, @Nullable Validity valid, Map<String, String> faults) {
    Reading {
      faults = Map.copyOf(faults);
    }
  }

  /// Reads value, validity and reason as far as the deed asks for them.
  Reading read(FactForm.Deed deed, Attribute attribute, Input input, Texts texts) {
    var faults = new LinkedHashMap<String, String>();
    String value = "";
    Validity valid = null;
    if (deed != FactForm.Deed.RETRACT) {
      value = value(attribute, input, texts, faults);
      valid =
          deed == FactForm.Deed.CHANGE
              ? change(input, texts, faults)
              : validity(attribute, input, texts, faults);
    }
    if (deed != FactForm.Deed.ENTER && input.value("reason").isEmpty()) {
      faults.put("reason", texts.text("facts.reject.no-reason"));
    }
    return new Reading(value, valid, faults);
  }

  private String value(Attribute attribute, Input input, Texts texts, Map<String, String> faults) {
    String text = input.value("value");
    if (attribute.type().refers() && !text.isEmpty()) {
      SubjectKind kind =
          attribute.type() == AttributeType.PERSON ? SubjectKind.PERSON : SubjectKind.ORGANISATION;
      List<SubjectHead> meant = heads.meant(kind, text);
      if (meant.size() != 1) {
        String key = meant.isEmpty() ? "facts.page.meant.none" : "facts.page.meant.several";
        faults.put("value", texts.text(key, text, numbers(meant, texts)));
        return "";
      }
      text = String.valueOf(meant.getFirst().id());
    }
    if (attribute.type() == AttributeType.HOLDING) {
      String part = input.value("part");
      text = text + " " + (part.endsWith("%") || part.isEmpty() ? part : part + " %");
      if (part.isEmpty()) {
        faults.put("part", texts.text("facts.value.fault.empty"));
        return "";
      }
    }
    if (attribute.type() == AttributeType.PERCENT && text.matches("[0-9.,]+")) {
      text = text + " %";
    }
    return switch (attribute.check(text)) {
      case ValueCheck.Valid _ -> text;
      case ValueCheck.Invalid wrong -> {
        faults.put("value", InputFaults.sentence(Fault.of("value", wrong).words(), texts));
        yield "";
      }
    };
  }

  private static String numbers(List<SubjectHead> meant, Texts texts) {
    return String.join(
        ", ", meant.stream().map(head -> head.id() + " " + head.name(texts.language())).toList());
  }

  private static @Nullable Validity change(Input input, Texts texts, Map<String, String> faults) {
    LocalDate from = day("from", input, texts, faults);
    if (from == null && !faults.containsKey("from")) {
      faults.put("from", texts.text("facts.page.day.needed"));
    }
    return from == null ? null : Validity.from(from);
  }

  private static @Nullable Validity validity(
      Attribute attribute, Input input, Texts texts, Map<String, String> faults) {
    return switch (attribute.period()) {
      case YEAR -> year(input, texts, faults);
      case POINT -> point(input, texts, faults);
      case INTERVAL -> interval(input, texts, faults);
    };
  }

  private static @Nullable Validity year(Input input, Texts texts, Map<String, String> faults) {
    String year = input.value("year");
    if (!year.matches("[12][0-9]{3}")) {
      faults.put("year", texts.text("facts.page.year.needed"));
      return null;
    }
    return Validity.year(Integer.parseInt(year));
  }

  private static @Nullable Validity point(Input input, Texts texts, Map<String, String> faults) {
    LocalDate day = day("day", input, texts, faults);
    if (day == null && !faults.containsKey("day")) {
      faults.put("day", texts.text("facts.page.day.needed"));
    }
    return day == null ? null : Validity.day(day);
  }

  private static @Nullable Validity interval(Input input, Texts texts, Map<String, String> faults) {
    LocalDate from = day("from", input, texts, faults);
    LocalDate last = day("to", input, texts, faults);
    if (faults.containsKey("from") || faults.containsKey("to")) {
      return null;
    }
    if (from != null && last != null && last.isBefore(from)) {
      faults.put("to", texts.text("facts.page.to.before"));
      return null;
    }
    return new Validity(from, last == null ? null : last.plusDays(1));
  }

  /// The day in a control; null where there is none, or none that can be read.
  static @Nullable LocalDate day(
      String control, Input input, Texts texts, Map<String, String> faults) {
    String text = input.value(control);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      faults.put(control, texts.text("facts.value.fault.date", text, "2026-04-01"));
      return null;
    }
  }
}
