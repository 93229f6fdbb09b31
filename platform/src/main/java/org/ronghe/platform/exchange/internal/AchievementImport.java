package org.ronghe.platform.exchange.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
  private final Achievements achievements;
  private final Duplicates duplicates;
  private final KnownOrganisations organisations;
  private final JdbcClient jdbc;
  private final Clock clock = Clock.system(ZoneId.systemDefault());

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
    return AchievementColumns.ALL;
  }

  @Override
  public List<Checked<NewAchievement>> check(Pass pass, List<Line> lines) {
    Keepers keepers = organisations.keepers(pass, lines);
    Set<String> taken = numbers(pass.table(), lines);
    var checked = new ArrayList<Checked<NewAchievement>>();
    for (Line line : lines) {
      var cells = new Cells(pass.table(), line);
      Long keeper = keepers.needed(cells);
      FilledForm form = AchievementRow.read(cells, achievements::check);
      NewAchievement.Registration registration = registration(cells, pass, taken);
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

  /// The registration numbers in these lines that are taken.
  private Set<String> numbers(Table table, List<Line> lines) {
    String[] given =
        lines.stream()
            .map(line -> table.value(line, "number"))
            .filter(number -> !number.isEmpty())
            .toArray(String[]::new);
    return given.length == 0
        ? Set.of()
        : Set.copyOf(
            jdbc.sql("SELECT number FROM achievement WHERE number = ANY (:numbers)")
                .param("numbers", given)
                .query((row, _) -> row.getString(1))
                .list());
  }

  private NewAchievement.@Nullable Registration registration(
      Cells cells, Pass pass, Set<String> taken) {
    String number = cells.text("number");
    LocalDate on = cells.day("registered_on");
    if (number.isEmpty()) {
      return null;
    }
    if (!Actors.current().writesAll()) {
      cells.fault("number", "exchange.fault.bureau");
    } else if (!RegistrationNumber.isOne(number)) {
      cells.fault("number", "exchange.fault.number", number);
    } else if (pass.repeats("number", number) || taken.contains(number)) {
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
