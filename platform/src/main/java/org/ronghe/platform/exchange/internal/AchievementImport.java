package org.ronghe.platform.exchange.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.exchange.ImportFault;
import org.ronghe.platform.registry.Achievements;
import org.ronghe.platform.registry.Duplicates;
import org.ronghe.platform.registry.FilledForm;
import org.ronghe.platform.registry.Likeness;
import org.ronghe.platform.registry.NewAchievement;
import org.ronghe.platform.registry.RegistrationNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rows become drafts, or achievements registered elsewhere where the bureau gives their numbers.
/// What is missing may be filled in later; what stands there has to be right.
@Component
class AchievementImport implements ImportKind<NewAchievement> {
  private static final Column CLASS =
      Column.choice(
          "work_class", "registry.work-class.", List.of("applied", "basic", "soft"), true);
  private static final Column OPENNESS =
      Column.choice("openness", "registry.openness.", List.of("internal", "public"), false);
  private static final Column ORIGIN =
      Column.choice(
          "origin", "registry.origin.", List.of("original", "absorbed", "developed"), false);
  private static final Column EMBODIMENT =
      Column.choice(
          "embodiment",
          "registry.embodiment.",
          List.of(
              "technology",
              "process",
              "product",
              "material",
              "equipment",
              "variety",
              "software",
              "theory",
              "paper",
              "report",
              "standard",
              "other"),
          false);
  private static final Column LEVEL =
      Column.choice(
          "level",
          "registry.level.",
          List.of(
              "not-evaluated",
              "world-leading",
              "world-advanced",
              "national-leading",
              "national-advanced",
              "other"),
          false);
  private static final Column STAGE =
      Column.choice("stage", "registry.stage.", List.of("early", "middle", "mature"), false);
  private static final Column SECRECY =
      Column.choice("secrecy", "registry.secrecy.", List.of("none", "secret"), false);
  private static final Column RIGHT =
      Column.choice(
          "right",
          "registry.right-kind.",
          List.of(
              "invention",
              "utility-model",
              "design",
              "software",
              "variety",
              "layout",
              "standard",
              "paper",
              "other"),
          false);
  private static final Column RIGHT_STATE =
      Column.choice(
          "state", "registry.right-state.", List.of("applied", "granted", "lapsed"), false);
  private static final List<Column> CHOICES =
      List.of(CLASS, OPENNESS, ORIGIN, EMBODIMENT, LEVEL, STAGE, SECRECY);
  private static final List<String> TEXTS =
      List.of(
          "title_zh",
          "title_en",
          "keywords",
          "summary",
          "industry",
          "start",
          "end",
          "conclusion",
          "trl_level",
          "trl_on",
          "trl_assessor");
  private static final List<Column> COLUMNS =
      List.of(
          Column.text("title_zh"),
          Column.text("title_en"),
          CLASS,
          Column.text("organisation"),
          Column.text("keywords"),
          Column.text("summary"),
          Column.text("industry"),
          OPENNESS,
          Column.text("start"),
          Column.text("end"),
          SECRECY,
          ORIGIN,
          EMBODIMENT,
          LEVEL,
          STAGE,
          Column.text("conclusion"),
          Column.text("contributors"),
          Column.text("holders"),
          Column.text("rights"),
          Column.text("trl_level"),
          Column.text("trl_on"),
          Column.text("trl_assessor"),
          Column.text("trl_evidence"),
          Column.text("fundings"),
          Column.text("number"),
          Column.text("registered_on"));
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "contributors", List.of("contributor", "name", "organisation", "part"),
          "holders", List.of("holder", "name", "share"),
          "rights", List.of("right", "kind", "number", "title", "status"),
          "fundings", List.of("funding", "programme", "number", "amount"));
  private static final String MISSING = "registry.fault.needed";
  private static final int MOST_ROWS = 200;

  private final Achievements achievements;
  private final Duplicates duplicates;
  private final KnownOrganisations organisations;
  private final JdbcClient jdbc;
  private final Clock clock = Clock.system(ZoneId.systemDefault());
  private final Map<String, String> rightKinds = Cells.codes(RIGHT);
  private final Map<String, String> rightStates = Cells.codes(RIGHT_STATE);

  AchievementImport(
      Achievements achievements,
      Duplicates duplicates,
      KnownOrganisations organisations,
      JdbcClient jdbc) {
    this.achievements = achievements;
    this.duplicates = duplicates;
    this.organisations = organisations;
    this.jdbc = jdbc;
  }

  @Override
  public String code() {
    return "achievements";
  }

  @Override
  public List<Column> columns() {
    return COLUMNS;
  }

  @Override
  public boolean allowed() {
    var actor = Actors.current();
    return actor.writesAll() || !actor.writableOrganisations().isEmpty();
  }

  @Override
  public List<Checked<NewAchievement>> check(
      Table table, List<Line> lines, @Nullable Long organisation) {
    Map<String, Long> known =
        organisations.find(lines.stream().map(line -> table.value(line, "organisation")).toList());
    var ids = new ArrayList<>(known.values());
    if (organisation != null) {
      ids.add(organisation);
    }
    Map<Long, Boolean> writable = organisations.writable(ids);
    Map<String, Long> numbers = numbers(table, lines);
    var checked = new ArrayList<Checked<NewAchievement>>();
    var seen = new HashMap<String, Long>(numbers);
    for (Line line : lines) {
      var cells = new Cells(table, line);
      Long keeper = Keepers.of(cells, known, organisation, writable);
      if (keeper == null && cells.faults().isEmpty()) {
        cells.fault("organisation", "exchange.fault.needed");
      }
      FilledForm form = form(cells);
      NewAchievement.Registration registration = registration(cells, seen);
      boolean right = cells.faults().isEmpty() && keeper != null;
      checked.add(
          new Checked<>(
              line,
              right && keeper != null ? new NewAchievement(keeper, form, registration, null) : null,
              cells.faults()));
    }
    return checked;
  }

  @Override
  public List<ImportFault> notes(List<Checked<NewAchievement>> checked) {
    var forms = new ArrayList<FilledForm>();
    var lines = new ArrayList<Line>();
    for (Checked<NewAchievement> one : checked) {
      NewAchievement value = one.value();
      if (value != null) {
        forms.add(value.form());
        lines.add(one.line());
      }
    }
    var notes = new ArrayList<ImportFault>();
    List<List<Likeness>> found = duplicates.of(forms);
    for (int i = 0; i < found.size(); i++) {
      if (!found.get(i).isEmpty()) {
        Likeness first = found.get(i).getFirst();
        String title = forms.get(i).value("title_zh");
        notes.add(
            new ImportFault(
                lines.get(i).number(),
                title.isEmpty() ? "title_en" : "title_zh",
                title.isEmpty() ? forms.get(i).value("title_en") : title,
                Words.of("exchange.note.likeness", first.title(), first.titlePercent())));
      }
    }
    return notes;
  }

  private Map<String, Long> numbers(Table table, List<Line> lines) {
    var taken = new HashMap<String, Long>();
    String[] given =
        lines.stream()
            .map(line -> table.value(line, "number"))
            .filter(number -> !number.isEmpty())
            .toArray(String[]::new);
    if (given.length > 0) {
      jdbc.sql("SELECT number, id FROM achievement WHERE number = ANY (:numbers)")
          .param("numbers", given)
          .query(row -> {
            taken.put(row.getString(1), row.getLong(2));
          });
    }
    return taken;
  }

  private FilledForm form(Cells cells) {
    var values = new LinkedHashMap<String, String>();
    var columnOf = new HashMap<String, String>();
    for (String column : TEXTS) {
      put(values, columnOf, column, column, cells.text(column));
    }
    for (Column column : CHOICES) {
      put(values, columnOf, column.key(), column.key(), cells.choice(column));
    }
    months(values);
    evidence(values, columnOf, cells);
    PARTS.forEach((column, parts) -> rows(values, columnOf, cells, column, parts));
    var form = new FilledForm(values);
    if (form.value("title_zh").isEmpty() && form.value("title_en").isEmpty()) {
      cells.fault("title_zh", "exchange.fault.needed");
    }
    achievements
        .check(form)
        .forEach((field, words) -> {
          boolean missing = words.startsWith(MISSING) || form.value(field).isEmpty();
          String column = columnOf.get(field);
          if (column != null && !missing && cells.faults().stream().noneMatch(at(column))) {
            cells.faultWords(column, words);
          }
        });
    return form;
  }

  private static java.util.function.Predicate<ImportFault> at(String column) {
    return fault -> fault.column().equals(column);
  }

  private static void put(
      Map<String, String> values,
      Map<String, String> columnOf,
      String column,
      String field,
      String value) {
    columnOf.put(field, column);
    if (!value.isEmpty()) {
      values.put(field, value);
    }
  }

  /// A day in a column of months is its month, as spreadsheets make of `2024-03`.
  private static void months(Map<String, String> values) {
    for (String field : List.of("start", "end")) {
      values.computeIfPresent(
          field,
          (_, text) -> {
            String plain = text.replace('/', '-').replace('.', '-');
            return plain.matches("\\d{4}-\\d{2}-\\d{2}")
                ? plain.substring(0, 7)
                : plain.matches("\\d{4}-\\d") ? plain.replace("-", "-0") : plain;
          });
    }
    values.computeIfPresent("trl_on", (_, text) -> text.replace('/', '-').replace('.', '-'));
  }

  private static void evidence(
      Map<String, String> values, Map<String, String> columnOf, Cells cells) {
    for (String part : split(cells.text("trl_evidence"))) {
      String[] sides = part.split("[=＝:：]", 2);
      if (sides.length == 2 && sides[0].strip().matches("[1-9]")) {
        put(values, columnOf, "trl_evidence", "trl_evidence." + sides[0].strip(), sides[1].strip());
      } else {
        cells.fault("trl_evidence", "exchange.fault.evidence", part);
        return;
      }
    }
  }

  /// The rows in a cell, between semicolons or on lines of their own.
  private static List<String> split(String text) {
    var parts = new ArrayList<String>();
    for (String part : text.split("[;；\\n]", -1)) {
      if (!part.isBlank()) {
        parts.add(part.strip());
      }
    }
    return parts;
  }

  private void rows(
      Map<String, String> values,
      Map<String, String> columnOf,
      Cells cells,
      String column,
      List<String> parts) {
    List<String> rows = split(cells.text(column));
    if (rows.size() > MOST_ROWS) {
      cells.fault(column, "exchange.fault.rows", MOST_ROWS);
      return;
    }
    for (int i = 0; i < rows.size(); i++) {
      String[] fields = rows.get(i).split(column.equals("holders") ? "[|｜=＝]" : "[|｜]", -1);
      if (fields.length > parts.size() - 1) {
        cells.fault(column, "exchange.fault.fields", rows.get(i), parts.size() - 1);
        return;
      }
      for (int k = 0; k < fields.length; k++) {
        String name = parts.get(k + 1);
        String value = fields[k].strip();
        put(
            values,
            columnOf,
            column,
            parts.getFirst() + "." + i + "." + name,
            column.equals("rights") ? rightCode(name, value) : value);
      }
    }
  }

  private String rightCode(String name, String value) {
    return switch (name) {
      case "kind" -> rightKinds.getOrDefault(value.toLowerCase(java.util.Locale.ROOT), value);
      case "status" -> rightStates.getOrDefault(value.toLowerCase(java.util.Locale.ROOT), value);
      default -> value;
    };
  }

  private NewAchievement.@Nullable Registration registration(Cells cells, Map<String, Long> taken) {
    String number = cells.text("number");
    LocalDate on = cells.day("registered_on");
    if (number.isEmpty()) {
      return null;
    }
    if (!Actors.current().writesAll()) {
      cells.fault("number", "exchange.fault.bureau");
    } else if (!RegistrationNumber.isOne(number)) {
      cells.fault("number", "exchange.fault.number", number);
    } else if (taken.putIfAbsent(number, 0L) != null) {
      cells.fault("number", "exchange.fault.number-taken", number);
    } else if (on == null || on.isAfter(LocalDate.now(clock))) {
      cells.fault("registered_on", on == null ? "exchange.fault.needed" : "registry.fault.future");
    } else {
      return new NewAchievement.Registration(new RegistrationNumber(number), on);
    }
    return null;
  }

  @Override
  public List<Long> enter(List<NewAchievement> values, long run) {
    achievements.createAll(
        values.stream()
            .map(value ->
                new NewAchievement(value.organisation(), value.form(), value.registered(), run))
            .toList());
    return List.of();
  }
}
