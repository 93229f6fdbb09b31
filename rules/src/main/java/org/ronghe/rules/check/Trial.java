package org.ronghe.rules.check;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.book.Example;
import org.ronghe.rules.evaluate.Content;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Evaluation;
import org.ronghe.rules.evaluate.Evaluation.GroupOutcome;
import org.ronghe.rules.evaluate.Evaluation.Outcome;
import org.ronghe.rules.evaluate.Quantity;
import org.ronghe.rules.evaluate.Shown;
import org.ronghe.rules.fact.FactsReader;
import org.ronghe.rules.language.Amounts;
import org.ronghe.rules.link.Library;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.link.Program.LinkedTitle;
import org.ronghe.rules.number.Exact;
import org.ronghe.rules.source.ProblemCode;
import org.ronghe.rules.source.Problems;

/// Tries the examples of a rulebook.
public final class Trial {
  private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private final Library library;
  private final Engine engine;

  public Trial(Library library) {
    this.library = library;
    engine = new Engine(library.types());
  }

  /// One example tried.
  ///
  /// @param failures what came instead of what was expected; empty if all is as expected
  public record Result(Example example, List<String> failures) {
    public Result {
      failures = List.copyOf(failures);
    }

    public boolean passed() {
      return failures.isEmpty();
    }
  }

  /// Tries all examples, and notes what is wrong with them.
  public List<Result> run(Program program, Problems problems) {
    var results = new ArrayList<Result>();
    for (var example : program.rulebook().examples()) {
      result(program, example, problems)
          .ifPresent(result -> {
            results.add(result);
            for (var failure : result.failures()) {
              problems.add(ProblemCode.EXAMPLE_FAILS, example.place(), example.name(), failure);
            }
          });
    }
    return results;
  }

  private Optional<Result> result(Program program, Example example, Problems problems) {
    var title =
        example.title().isEmpty()
            ? Optional.of(program.titles().getFirst())
            : program.findTitle(example.title());
    if (title.isEmpty()) {
      problems.unknown(
          ProblemCode.TITLE_UNKNOWN,
          example.place(),
          example.title(),
          program.titles().stream().map(t -> t.title().id()).toList());
      return Optional.empty();
    }
    var kind =
        example.kind().orElseGet(() -> title.get().validity().cases().keySet().iterator().next());
    var asOf = example.asOf().or(() -> firstDay(title.get(), kind));
    if (asOf.isEmpty()) {
      problems.add(ProblemCode.EXAMPLE_DATE, example.place(), example.name());
      return Optional.empty();
    }
    int before = problems.size();
    var dossier = FactsReader.of(example.facts(), library.types(), problems);
    if (problems.size() > before) {
      return Optional.empty();
    }
    var request = new Engine.Request(asOf.get(), kind, false);
    var evaluation = engine.evaluate(program, title.get(), dossier, request);
    return Optional.of(new Result(example, failures(example, evaluation, problems)));
  }

  private static Optional<LocalDate> firstDay(LinkedTitle title, CaseKind kind) {
    var days = title.validity().find(kind).orElse(title.validity().whole());
    return Optional.of(days.from()).filter(day -> !day.equals(LocalDate.MIN));
  }

  private static List<String> failures(Example example, Evaluation evaluation, Problems problems) {
    var failures = new ArrayList<String>();
    example
        .expected()
        .forEach((id, expected) -> {
          var found = found(id, evaluation);
          if (found.isEmpty()) {
            problems.add(ProblemCode.EXAMPLE_NAME, example.place(), id);
          } else if (!agrees(expected, found.get())) {
            failures.add(id + ": " + Shown.plain(found.get()) + " ≠ " + expected);
          }
        });
    return failures;
  }

  private static Optional<Content> found(String id, Evaluation evaluation) {
    if (id.equals("answer")) {
      return Optional.of(new Content.Truth(evaluation.answer()));
    }
    for (var value : evaluation.values()) {
      if (value.definition().id().equals(id)) {
        return Optional.of(value.content());
      }
    }
    for (var benefit : evaluation.benefits()) {
      if (benefit.benefit().id().equals(id)) {
        return benefit.amount().map(Content.class::cast);
      }
    }
    return clause(id, evaluation.requires()).map(outcome -> new Content.Truth(outcome.answer()));
  }

  private static Optional<Outcome> clause(String id, Outcome outcome) {
    if (outcome instanceof GroupOutcome group) {
      for (var member : group.members()) {
        var found = member.head().id().equals(id) ? Optional.of(member) : clause(id, member);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean agrees(String expected, Content found) {
    return switch (found) {
      case Content.Truth truth -> truth.answer().code().equals(expected);
      case Content.Codes codes ->
          expected.equals("unknown")
              ? codes.possible().isEmpty()
              : String.join("|", codes.possible()).equals(expected);
      case Quantity quantity -> agrees(expected, quantity);
    };
  }

  private static boolean agrees(String expected, Quantity found) {
    if (expected.equals("unknown")) {
      return !found.isBounded();
    }
    if (!found.isBounded()) {
      return false;
    }
    var ends = expected.split("\\.\\.", 2);
    var least = number(ends[0]);
    var most = ends.length == 2 ? number(ends[1]) : least;
    return Objects.equals(least.orElse(null), found.value())
        && Objects.equals(most.orElse(null), found.greatest());
  }

  /// `60`, `6 %`, `1500 元`, or a day.
  private static Optional<Exact> number(String text) {
    if (DAY.matcher(text.strip()).matches()) {
      return Optional.of(Exact.of(LocalDate.parse(text.strip()).toEpochDay()));
    }
    var parts = text.strip().split("(?<=[0-9])(?=[^0-9.,])", 2);
    try {
      return Amounts.of(
              new java.math.BigDecimal(parts[0].replace(",", "")),
              parts.length == 2 ? parts[1] : "")
          .map(literal -> literal.value());
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
