package org.ronghe.platform.exchange.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.registry.FilledForm;

/// Reads a row into the form of an achievement. Lists stand in one cell: rows apart by semicolons
/// or line breaks, their fields by `|`.
final class AchievementRow {
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "contributors", List.of("contributor", "name", "organisation", "part"),
          "holders", List.of("holder", "name", "share"),
          "rights", List.of("right", "kind", "number", "title", "status"),
          "fundings", List.of("funding", "programme", "number", "amount"));
  private static final String MISSING = "registry.fault.needed";
  private static final int MOST_ROWS = 200;
  private static final Pattern ROWS = Pattern.compile("[;；\\n]");
  private static final Pattern FIELDS = Pattern.compile("[|｜]");
  private static final Pattern SHARES = Pattern.compile("[|｜=＝]");
  private static final Pattern SIDES = Pattern.compile("[=＝:：]");
  private static final Pattern LEVEL = Pattern.compile("[1-9]");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern SHORT_MONTH = Pattern.compile("\\d{4}-\\d");

  private final Cells cells;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> columnOf = new HashMap<>();

  private AchievementRow(Cells cells) {
    this.cells = cells;
  }

  /// The form of a row; what is wrong is told to its cells. What is missing may be filled in later.
  ///
  /// @param check of a form: words by field
  static FilledForm read(Cells cells, Function<FilledForm, Map<String, String>> check) {
    var row = new AchievementRow(cells);
    FilledForm form = row.form();
    if (form.value("title_zh").isEmpty() && form.value("title_en").isEmpty()) {
      cells.fault("title_zh", "exchange.fault.needed");
    }
    check.apply(form).forEach((field, words) -> row.tell(form, field, words));
    return form;
  }

  private void tell(FilledForm form, String field, String words) {
    boolean missing = words.startsWith(MISSING) || form.value(field).isEmpty();
    String column = columnOf.get(field);
    if (column != null && !missing && cells.faults().stream().noneMatch(at(column))) {
      cells.faultWords(column, words);
    }
  }

  private static java.util.function.Predicate<ImportFault> at(String column) {
    return fault -> fault.column().equals(column);
  }

  private FilledForm form() {
    for (String column : AchievementColumns.TEXTS) {
      put(column, column, cells.text(column));
    }
    for (Column column : AchievementColumns.CHOICES) {
      put(column.key(), column.key(), cells.choice(column));
    }
    months();
    evidence();
    PARTS.forEach(this::rows);
    return new FilledForm(values);
  }

  private void put(String column, String field, String value) {
    columnOf.put(field, column);
    if (!value.isEmpty()) {
      values.put(field, value);
    }
  }

  /// A day in a column of months is its month, as spreadsheets make of `2024-03`.
  private void months() {
    for (String field : List.of("start", "end")) {
      values.computeIfPresent(
          field,
          (_, text) -> {
            String plain = text.replace('/', '-').replace('.', '-');
            return DAY.matcher(plain).matches()
                ? plain.substring(0, 7)
                : SHORT_MONTH.matcher(plain).matches() ? plain.replace("-", "-0") : plain;
          });
    }
    values.computeIfPresent("trl_on", (_, text) -> text.replace('/', '-').replace('.', '-'));
  }

  private void evidence() {
    for (String part : parts(cells.text("trl_evidence"))) {
      String[] sides = SIDES.split(part, 2);
      if (sides.length == 2 && LEVEL.matcher(sides[0].strip()).matches()) {
        put("trl_evidence", "trl_evidence." + sides[0].strip(), sides[1].strip());
      } else {
        cells.fault("trl_evidence", "exchange.fault.evidence", part);
        return;
      }
    }
  }

  private static List<String> parts(String text) {
    return text.isEmpty()
        ? List.of()
        : ROWS.splitAsStream(text).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  /// The rows of a list.
  ///
  /// @param names the list's name in the form, then those of its fields
  private void rows(String column, List<String> names) {
    List<String> rows = parts(cells.text(column));
    if (rows.size() > MOST_ROWS) {
      cells.fault(column, "exchange.fault.rows", MOST_ROWS);
      return;
    }
    Pattern between = column.equals("holders") ? SHARES : FIELDS;
    for (int i = 0; i < rows.size(); i++) {
      String[] fields = between.split(rows.get(i), -1);
      if (fields.length > names.size() - 1) {
        cells.fault(column, "exchange.fault.fields", rows.get(i), names.size() - 1);
        return;
      }
      for (int k = 0; k < fields.length; k++) {
        String name = names.get(k + 1);
        String value = fields[k].strip();
        put(
            column,
            names.getFirst() + "." + i + "." + name,
            column.equals("rights") ? rightCode(name, value) : value);
      }
    }
  }

  private static String rightCode(String name, String value) {
    return switch (name) {
      case "kind" -> AchievementColumns.RIGHT.codeOr(value);
      case "status" -> AchievementColumns.RIGHT_STATE.codeOr(value);
      default -> value;
    };
  }
}
