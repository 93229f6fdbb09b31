package org.ronghe.platform.rulebooks.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.rulebooks.internal.HeldTitles.Certificate;
import org.ronghe.platform.rulebooks.internal.TitleJudge.Evaluated;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Evaluation.ClauseOutcome;
import org.ronghe.rules.evaluate.Evaluation.Measure;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.FactTypes;
import org.ronghe.rules.page.Legible;
import org.ronghe.rules.page.Legible.Sides;
import org.ronghe.rules.source.Language;

/// What is another for a firm than a year ago: by the rules of that day and its figures of then, as
/// they are known now.
public final class YearAgo {
  private final Dossier dossier;
  private final List<Certificate> certificates;
  private final FactTypes types;

  YearAgo(Dossier dossier, List<Certificate> certificates, FactTypes types) {
    this.dossier = dossier;
    this.certificates = List.copyOf(certificates);
    this.types = types;
  }

  /// A title that is judged otherwise.
  ///
  /// @param before by the rule of then; null where there was none
  /// @param now by the rule of now; null where there is none any more
  public record Change(@Nullable Evaluated before, @Nullable Evaluated now) {
    /// The title as it is now, or was.
    public FirmTitle title() {
      Evaluated any = now == null ? before : now;
      if (any == null) {
        throw new IllegalStateException("neither then nor now");
      }
      return any.title();
    }

    public @Nullable Answer answerBefore() {
      return before == null ? null : before.evaluation().answer();
    }

    public @Nullable Answer answerNow() {
      return now == null ? null : now.evaluation().answer();
    }

    /// Whether another rulebook judges it now.
    public boolean otherRule() {
      return before != null && now != null && !before.title().key().equals(now.title().key());
    }

    /// Clauses of the same rule that turned, with their figures then and now.
    List<String> clauses(Language language) {
      var lines = new ArrayList<String>();
      if (before == null || now == null || otherRule()) {
        return lines;
      }
      Map<String, ClauseOutcome> old = YearAgo.clauses(before);
      YearAgo.clauses(now)
          .forEach((id, clause) -> {
            ClauseOutcome then = old.get(id);
            if (then != null && then.answer() != clause.answer()) {
              lines.add(line(then, clause, language));
            }
          });
      return lines;
    }

    private static String line(ClauseOutcome then, ClauseOutcome now, Language language) {
      String text = now.head().text().in(language);
      String what = text.isEmpty() ? now.head().id() : text;
      for (int i = 0; i < Math.min(then.measures().size(), now.measures().size()); i++) {
        Measure old = then.measures().get(i);
        Measure fresh = now.measures().get(i);
        if (!old.value().equals(fresh.value())) {
          var legible = new Legible(language);
          Sides sides = legible.sides(fresh.value(), fresh.threshold(), fresh.unit());
          return what
              + ": "
              + legible.sides(old.value(), old.threshold(), old.unit()).left()
              + " → "
              + sides.left()
              + " ("
              + fresh.comparison().sign()
              + " "
              + sides.right()
              + ")";
        }
      }
      return what
          + ": "
          + then.answer().words().in(language)
          + " → "
          + now.answer().words().in(language);
    }
  }

  private static Map<String, ClauseOutcome> clauses(Evaluated evaluated) {
    var clauses = new LinkedHashMap<String, ClauseOutcome>();
    Outcomes.byId(evaluated.evaluation().requires())
        .forEach((id, outcome) -> {
          if (outcome instanceof ClauseOutcome clause && clause.tested()) {
            clauses.put(id, clause);
          }
        });
    return clauses;
  }

  /// Titles that are judged otherwise than a year before the day, in their order. A rule that took
  /// another's place is one change, where the same certificate shows both.
  List<Change> changes(List<FirmTitle> titles, LocalDate asOf) {
    Map<String, Evaluated> before = judged(titles, asOf.minusYears(1));
    Map<String, Evaluated> now = judged(titles, asOf);
    var keys = new ArrayList<>(now.keySet());
    before.keySet().stream().filter(key -> !now.containsKey(key)).forEach(keys::add);
    return keys.stream()
        .map(key -> new Change(before.get(key), now.get(key)))
        .filter(change -> change.otherRule() || change.answerBefore() != change.answerNow())
        .toList();
  }

  /// What applied on a day, by the certificate that shows it, or else by its own name.
  private Map<String, Evaluated> judged(List<FirmTitle> titles, LocalDate day) {
    var judged = new LinkedHashMap<String, Evaluated>();
    var taken = new TreeMap<String, LocalDate>();
    for (FirmTitle title : titles) {
      Optional<CaseKind> kind = HeldTitles.findCase(title.key(), title.title(), certificates, day);
      if (kind.isPresent()) {
        String key = HeldTitles.findAttribute(title.key()).orElse(title.key().path());
        LocalDate from =
            title
                .title()
                .validity()
                .find(kind.get())
                .map(days -> days.from())
                .orElse(LocalDate.MIN);
        LocalDate other = taken.get(key);
        // Of two that apply, the younger.
        if (other == null || from.isAfter(other)) {
          taken.put(key, from);
          judged.put(
              key, Evaluated.of(title, new Engine.Request(day, kind.get(), false), dossier, types));
        }
      }
    }
    return judged;
  }
}
