package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.TitleKey;
import org.ronghe.platform.rulebooks.internal.HeldTitles.Certificate;
import org.ronghe.platform.rulebooks.internal.History.Turn;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Evaluated;
import org.ronghe.platform.web.View;
import org.ronghe.rules.evaluate.Answer;

/// A firm's ladder: what it holds, what it can get, when, and what changed.
public record TitlesPage(
    View view,
    long organisation,
    String name,
    LocalDate asOf,
    List<Row> rows,
    List<Date> calendar,
    List<YearAgo.Change> sinceLastYear,
    List<Turn> turns) {
  /// Certificates that end within so many months are pointed out.
  static final int SOON_MONTHS = 6;

  /// What is missing is told where it is no more clauses than this.
  public static final int TOLD_STEPS = Verdict.TOLD_STEPS;

  public TitlesPage {
    rows = List.copyOf(rows);
    calendar = List.copyOf(calendar);
    sinceLastYear = List.copyOf(sinceLastYear);
    turns = List.copyOf(turns);
  }

  /// A title.
  ///
  /// @param held the certificate in force; null where it is not held
  public record Row(Evaluated judged, Nearest nearest, @Nullable Certificate held) {
    public Answer answer() {
      return judged.evaluation().answer();
    }

    public TitleKey key() {
      return judged.title().key();
    }

    /// Points, as far as they are known.
    public String points() {
      return Verdict.findPoints(judged.title().program(), judged.evaluation())
          .map(Verdict.Points::shown)
          .orElse("");
    }
  }

  /// A day to know of.
  ///
  /// @param textKey what it is
  public record Date(LocalDate from, LocalDate until, String title, String textKey) {}

  /// Titles that are held.
  public List<Row> held() {
    return rows.stream().filter(row -> row.held() != null).toList();
  }

  /// Titles that are not, the nearest first.
  public List<Row> next() {
    return rows.stream().filter(row -> row.held() == null).toList();
  }

  public String title(Row row) {
    return row.judged().title().name(view.language());
  }

  /// The name of a title by its key; the key where its rulebook is no longer here.
  public String title(TitleKey key) {
    return rows.stream()
        .filter(row -> row.key().equals(key))
        .findFirst()
        .map(this::title)
        .orElse(key.path());
  }

  public String href(TitleKey key) {
    return "/organisations/" + organisation + "/titles/" + key.path();
  }

  /// What it would be come for.
  public String kind(Row row) {
    return row.judged().request().kind().title().in(FirmTitle.of(view.language()));
  }

  public String missing(Row row) {
    return row.nearest().text(row.judged().wording(FirmTitle.of(view.language())));
  }

  public String until(Row row) {
    return Optional.ofNullable(row.held())
        .map(Certificate::until)
        .filter(day -> !day.equals(LocalDate.MAX))
        .map(LocalDate::toString)
        .orElse(view.text("rulebooks.open-end"));
  }

  public boolean endsSoon(Row row) {
    return row.held() != null && row.held().until().isBefore(asOf.plusMonths(SOON_MONTHS));
  }

  /// The rule by which a title was judged a year ago, where another judges it now; else empty.
  public String ruleBefore(YearAgo.Change change) {
    return change.before() == null || !change.otherRule()
        ? ""
        : change.before().title().name(view.language());
  }

  public String title(YearAgo.Change change) {
    return change.title().name(view.language());
  }

  /// A year before the day the page is for.
  public LocalDate yearAgo() {
    return asOf.minusYears(1);
  }

  /// What is another in a title than a year ago: its clauses that turned, or what is missing by a
  /// rule that is new.
  public List<String> what(YearAgo.Change change) {
    var language = FirmTitle.of(view.language());
    if (change.now() != null
        && (change.before() == null || change.otherRule())
        && change.answerNow() != Answer.MET) {
      Nearest nearest = Nearest.of(change.now().evaluation());
      return nearest.steps() <= TOLD_STEPS
          ? List.of(nearest.text(change.now().wording(language)))
          : List.of(view.text("rulebooks.many-steps", nearest.steps()));
    }
    return change.clauses(language);
  }

  /// An answer in words.
  public String answer(@Nullable Answer answer) {
    return answer == null
        ? view.text("rulebooks.no-longer")
        : answer.words().in(FirmTitle.of(view.language()));
  }

  public static String tone(@Nullable Answer answer) {
    return answer == null
        ? ""
        : switch (answer) {
          case MET -> "good";
          case NOT_MET -> "bad";
          case DATA_MISSING -> "doubt";
          case NEEDS_HUMAN -> "accent";
        };
  }
}
