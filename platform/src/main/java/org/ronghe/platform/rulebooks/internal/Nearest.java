package org.ronghe.platform.rulebooks.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ronghe.rules.evaluate.Answer;
import org.ronghe.rules.evaluate.Evaluation;
import org.ronghe.rules.evaluate.Evaluation.ClauseOutcome;
import org.ronghe.rules.evaluate.Evaluation.GroupOutcome;
import org.ronghe.rules.evaluate.Evaluation.Measure;
import org.ronghe.rules.evaluate.Evaluation.Outcome;
import org.ronghe.rules.language.Unit;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.page.Legible;
import org.ronghe.rules.page.Legible.Sides;
import org.ronghe.rules.page.Wording;
import org.ronghe.rules.source.Language;

/// The fewest clauses that would have to turn for an answer to be met, and how far each is away.
///
/// Follows from how clauses are joined, in one walk over an evaluation; what each input would have
/// to become is worked out by [org.ronghe.rules.evaluate.Gaps] where somebody asks.
///
/// @param clauses in the order of the rulebook; empty where the answer is met
public record Nearest(List<ClauseOutcome> clauses) {
  /// Far enough to be last among ways of as many clauses.
  private static final double FAR = 1;

  /// Nobody knows how far.
  private static final double OPEN = 0.5;

  /// Figures of one clause that are told; some clauses hold a whole table.
  private static final int MOST_MEASURES = 3;

  public Nearest {
    clauses = List.copyOf(clauses);
  }

  /// Clauses to turn, and how far they are away together.
  private record Way(List<ClauseOutcome> clauses, double distance) {
    int steps() {
      return clauses.size();
    }
  }

  static Nearest of(Evaluation evaluation) {
    return new Nearest(way(evaluation.requires()).clauses());
  }

  private static Way way(Outcome outcome) {
    if (!outcome.tested() || outcome.answer() == Answer.MET) {
      return new Way(List.of(), 0);
    }
    return switch (outcome) {
      case ClauseOutcome clause -> new Way(List.of(clause), distance(clause));
      case GroupOutcome group -> way(group);
    };
  }

  private static Way way(GroupOutcome group) {
    List<Way> members = group.members().stream().filter(Outcome::tested).map(Nearest::way).toList();
    int least = group.least() == group.members().size() ? members.size() : group.least();
    if (least < members.size()) {
      Set<Way> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
      members.stream()
          .sorted(Comparator.comparingInt(Way::steps).thenComparingDouble(Way::distance))
          .limit(least)
          .forEach(chosen::add);
      members = members.stream().filter(chosen::contains).toList();
    }
    var clauses = new ArrayList<ClauseOutcome>();
    double distance = 0;
    for (Way member : members) {
      clauses.addAll(member.clauses());
      distance += member.distance();
    }
    return new Way(clauses, distance);
  }

  private static double distance(ClauseOutcome clause) {
    if (clause.answer().isOpen()) {
      return OPEN;
    }
    return clause.measures().stream()
        .filter(measure -> measure.distance().isPresent())
        .mapToDouble(Nearest::relative)
        .min()
        .orElse(FAR);
  }

  private static double relative(Measure measure) {
    if (measure.unit().kind() == Unit.Kind.DATE) {
      // Nobody moves the day a firm was founded; a date comes by waiting or not at all.
      return FAR;
    }
    double distance = Math.abs(measure.distance().map(Exact::nearest).orElse(FAR));
    double size =
        measure.threshold().isKnown() ? Math.abs(measure.threshold().value().nearest()) : 1;
    return Math.min(FAR, distance / Math.max(size, 1e-9));
  }

  /// How many there are.
  public int steps() {
    return clauses.size();
  }

  /// Their ids.
  String ids() {
    return clauses.stream().map(clause -> clause.head().id()).collect(Collectors.joining(" "));
  }

  /// What is missing, in words: `At most 500 employees: 520 → ≤ 500`.
  String text(Wording wording) {
    return clauses.stream().map(clause -> text(clause, wording)).collect(Collectors.joining("; "));
  }

  private static String text(ClauseOutcome clause, Wording wording) {
    Language language = wording.language();
    String text = clause.head().text().in(language);
    String what = text.isEmpty() ? clause.head().id() : text;
    if (clause.answer().isOpen()) {
      return what + " (" + clause.answer().words().in(language) + ")";
    }
    String distances =
        clause.measures().stream()
            .filter(measure -> measure.distance().isPresent())
            .sorted(Comparator.comparingDouble(Nearest::relative))
            .limit(MOST_MEASURES)
            .map(measure -> way(measure, language))
            .collect(Collectors.joining(", "));
    return distances.isEmpty() ? what : what + ": " + distances;
  }

  private static String way(Measure measure, Language language) {
    Sides sides = new Legible(language).sides(measure.value(), measure.threshold(), measure.unit());
    return sides.left() + " → " + measure.comparison().sign() + " " + sides.right();
  }
}
