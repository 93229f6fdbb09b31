package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ronghe.platform.facts.identifier.Industries;
import org.ronghe.platform.facts.identifier.Industry;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.Share;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.text.Texts;

/// The form in words: names of fields and what stands in them, in a reader's language.
public final class FormWords {
  private FormWords() {}

  /// A field as it is read.
  ///
  /// @param field its name
  /// @param label what it is called, with the number of its row
  /// @param value as it is read
  public record Line(String field, String label, String value) {}

  /// What a field is called.
  public static String label(String field, Texts texts) {
    String name = texts.text(FormFields.textKey(field));
    int row = FormFields.row(field);
    return row == 0 ? name : texts.text("registry.row", name, row);
  }

  /// The name of a field before what is said of it; empty for what is no field of the form.
  public static String place(String field, Texts texts) {
    return FormFields.isField(field) ? label(field, texts) + ": " : "";
  }

  /// What stands in a field, as it is read.
  public static String shown(String field, String value, Texts texts) {
    String key = FormFields.valueKey(field, value);
    if (!key.isEmpty()) {
      return texts.text(key);
    }
    if (field.startsWith("holder.") && field.endsWith(".share")) {
      return Share.shown(value);
    }
    return field.equals("industry") ? industry(value, texts) : value;
  }

  /// An industry's code with the name of its division, whose first sign and two digits it begins
  /// with; the code alone where there is no such division.
  public static String industry(String code, Texts texts) {
    Optional<Industry> known =
        code.length() < 3
            ? Industries.CLASSIFICATION.find(code)
            : Industries.CLASSIFICATION.find(code.substring(0, 3));
    return known
        .map(division ->
            code
                + " "
                + (texts.language() == Language.CHINESE ? division.chinese() : division.english()))
        .orElse(code);
  }

  /// Reasons in the order of the form: first those about the whole, whose label is empty.
  public static List<Line> reasons(Map<String, String> reasons, Texts texts) {
    var lines = new ArrayList<Line>();
    new TreeMap<>(reasons)
        .forEach((field, reason) ->
            lines.add(
                new Line(field, FormFields.isField(field) ? label(field, texts) : "", reason)));
    lines.sort(Comparator.comparingInt(line -> FormFields.place(line.field())));
    return lines;
  }

  /// All that was filled in.
  public static List<Line> lines(FilledForm form, Texts texts) {
    var lines = new ArrayList<Line>();
    for (String field : FormFields.ordered(form)) {
      if (!field.endsWith(".evidence")) {
        lines.add(new Line(field, label(field, texts), shown(field, form.value(field), texts)));
      }
    }
    return lines;
  }
}
