package org.ronghe.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.report.Json;
import org.ronghe.match.organisation.AffiliationCase;
import org.ronghe.match.organisation.NameEvaluation;
import org.ronghe.match.organisation.OrganisationRegister;
import org.ronghe.match.organisation.RorFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `ronghe match organisations eval`: how well affiliations are recognised.
@Command(name = "eval")
final class MatchOrganisationsEvalCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE", descriptionKey = "ronghe.match.organisations.eval.file")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path file;

  @Option(names = "--ror", paramLabel = "FILE", required = true)
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path ror;

  @Option(names = "--answers", paramLabel = "FILE")
  private @Nullable Path answers;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  MatchOrganisationsEvalCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<AffiliationCase> cases = AffiliationCase.read(file);
    var register = new OrganisationRegister(RorFile.read(ror));
    NameEvaluation result = NameEvaluation.of(register, cases);
    if (answers != null) {
      write(register, cases, answers);
    }
    if (console.json()) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("strings", result.strings());
      json.put("answered", result.answered());
      json.put("correct", result.correct());
      json.put("precision", result.precision());
      json.put("recall", result.recall());
      json.put("withoutAnswer", result.withoutAnswer());
      json.put("withoutAnswerAnswered", result.withoutAnswerAnswered());
      console.out().println(Json.of(json));
    } else {
      console
          .out()
          .println(
              console
                  .messages()
                  .text(
                      "match.organisations",
                      result.strings(),
                      result.answered(),
                      figure(result.precision()),
                      figure(result.recall()),
                      result.withoutAnswer(),
                      result.withoutAnswerAnswered()));
    }
    return ExitCode.OK;
  }

  /// A line a string: what was answered, how surely and how, tab-separated.
  private static void write(OrganisationRegister register, List<AffiliationCase> cases, Path file)
      throws IOException {
    try (var writer = new PrintWriter(Files.newBufferedWriter(file))) {
      writer.println("affiliation\tid\tname\tconfidence\tstep");
      for (AffiliationCase one : cases) {
        String affiliation = one.affiliation().replaceAll("\\s+", " ");
        writer.println(
            register
                .find(one.affiliation())
                .map(answer ->
                    String.join(
                        "\t",
                        affiliation,
                        answer.organisation().id(),
                        answer.organisation().name(),
                        figure(answer.confidence()),
                        answer.step().name().toLowerCase(Locale.ROOT)))
                .orElse(affiliation + "\t\t\t\t"));
      }
    }
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
