package org.ronghe.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.problem.ErrorCode;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.rules.book.CaseKind;
import org.ronghe.rules.evaluate.Engine;
import org.ronghe.rules.evaluate.Gap;
import org.ronghe.rules.evaluate.Gaps;
import org.ronghe.rules.fact.Dossier;
import org.ronghe.rules.fact.FactsReader;
import org.ronghe.rules.link.Program;
import org.ronghe.rules.link.Program.LinkedTitle;
import org.ronghe.rules.page.EvaluationJson;
import org.ronghe.rules.page.EvaluationText;
import org.ronghe.rules.page.Wording;
import org.ronghe.rules.source.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ronghe rules evaluate`: judges titles for one firm.
@Command(name = "evaluate")
final class RulesEvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "RULEBOOK", arity = "0..*", descriptionKey = "rules.rulebooks")
  private List<String> names = List.of();

  @Option(names = "--facts", paramLabel = "FILE", required = true)
  private String facts = "";

  @Option(names = "--as-of", paramLabel = "DATE")
  private @Nullable LocalDate asOf;

  @Option(names = "--case", paramLabel = "first|renewal|re-examination")
  private String kind = CaseKind.FIRST.code();

  @Option(names = "--title", paramLabel = "ID")
  private String title = "";

  @Option(names = "--regardless")
  private boolean regardless;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  RulesEvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var shelf = new RulebookShelf(console, names);
    if (!shelf.problems().isEmpty()) {
      return shelf.say();
    }
    var request =
        new Engine.Request(
            asOf == null ? LocalDate.now(java.time.ZoneId.systemDefault()) : asOf,
            CaseKind.find(kind)
                .orElseThrow(() ->
                    new ProblemException(
                        ErrorCode.OPTION_INVALID,
                        "--case",
                        "\"" + kind + "\" ∉ " + String.join(", ", CaseKind.codes()))),
            regardless);
    var dossier =
        FactsReader.read(facts, RulebookShelf.text(facts), shelf.types(), shelf.problems());
    if (!shelf.problems().isEmpty()) {
      return shelf.say();
    }
    var outputs = new ArrayList<String>();
    for (Program program : shelf.programs()) {
      for (LinkedTitle one : program.titles()) {
        if (isAsked(one, request)) {
          outputs.add(judged(shelf, program, one, dossier, request));
        }
      }
    }
    if (outputs.isEmpty()) {
      var known =
          shelf.programs().stream()
              .flatMap(program -> program.titles().stream())
              .map(one -> one.title().id())
              .distinct();
      throw new ProblemException(
          ErrorCode.OPTION_INVALID,
          "--title",
          "\"" + title + "\" ∉ " + String.join(", ", known.toList()));
    }
    print(outputs);
    return ExitCode.OK;
  }

  /// Where no rulebook is named, those that do not apply on the day are left out.
  private boolean isAsked(LinkedTitle one, Engine.Request request) {
    boolean named = title.isEmpty() || title.equals(one.title().id());
    return named
        && (!names.isEmpty() || regardless || Engine.applies(one, request.kind(), request.asOf()));
  }

  private String judged(
      RulebookShelf shelf,
      Program program,
      LinkedTitle one,
      Dossier dossier,
      Engine.Request request) {
    var evaluation = new Engine(shelf.types()).evaluate(program, one, dossier, request);
    List<Gap> gaps = Gaps.find(program, one, dossier, request, shelf.types());
    var rulebook = program.rulebook();
    var chinese = new Wording(rulebook, shelf.types(), Language.CHINESE);
    var english = new Wording(rulebook, shelf.types(), Language.ENGLISH);
    if (console.json()) {
      return new EvaluationJson(chinese, english).of(evaluation, gaps, dossier).stripTrailing();
    }
    var wording = shelf.language() == Language.CHINESE ? chinese : english;
    return String.join(
        System.lineSeparator(),
        new EvaluationText(wording).lines(evaluation, one.title().name(), gaps));
  }

  private void print(List<String> outputs) {
    boolean several = console.json() && outputs.size() > 1;
    if (several) {
      console.out().println("[" + String.join(",\n", outputs) + "]");
    } else {
      outputs.forEach(console.out()::println);
    }
  }
}
