package org.ronghe.platform.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  /// What stands in a field, as it is read.
  public static String shown(String field, String value, Texts texts) {
    String key = FormFields.valueKey(field, value);
    if (!key.isEmpty()) {
      return texts.text(key);
    }
    if (field.startsWith("holder.") && field.endsWith(".share")) {
      return Share.find(value).map(Share::text).orElse(value);
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
