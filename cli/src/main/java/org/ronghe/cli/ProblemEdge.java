package org.ronghe.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ronghe.atlas.method.Nearest;
import org.ronghe.atlas.problem.FileTrouble;
import org.ronghe.atlas.problem.ProblemException;
import org.ronghe.atlas.report.Json;
import org.ronghe.atlas.report.SoftwareVersion;
import org.ronghe.atlas.run.StagedOutput;
import org.ronghe.match.problem.MatchProblem;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one place of the command line where something thrown becomes a sentence and an exit code.
///
/// A user never sees a stack trace. With `--json` the problem is an object on standard output:
/// `{"problem":{"code":…,"message":…,"exitCode":…}}`.
final class ProblemEdge implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Console console;

  ProblemEdge(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(
      Exception thrown, CommandLine commandLine, ParseResult parsed) {
    return thrown instanceof ParameterException usage ? usage(usage) : say(thrown);
  }

  @Override
  public int handleParseException(ParameterException thrown, String[] arguments) {
    return usage(thrown);
  }

  /// Says what was thrown, and returns the exit code.
  int say(Throwable thrown) {
    if (StagedOutput.interrupted() || StopSignals.begun()) {
      return ExitCode.INTERRUPTED; // files vanish under a run that was stopped: not worth a word
    }
    Messages messages = console.messages();
    return switch (thrown) {
      case ProblemException problem ->
          say(
              problem.code().code(),
              console.errorText().sentence(problem.code(), problem.arguments()),
              problem.code().exitCode());
      case OperatorProblem problem ->
          say(
              problem.code().code(),
              problem.sentence(NodeOptions.language(console)),
              problem.code().exitCode());
      case MatchProblem problem ->
          say(problem.code().code(), problem.sentence(console.locale()), problem.code().exitCode());
      case SQLException e ->
          say(new OperatorProblem(OperatorCode.DATABASE_FAILED, String.valueOf(e.getMessage())));
      case FileSystemException e ->
          say("file-system", messages.text("problem.file-system", fileProblem(e)), ExitCode.FAILED);
      case IOException e ->
          say(
              "file-system",
              messages.text("problem.file-system", FileTrouble.of(e)),
              ExitCode.FAILED);
      case UncheckedIOException e when e.getCause() != null -> say(e.getCause());
      case OutOfMemoryError e ->
          say(
              "out-of-memory",
              messages.text(
                  "problem.out-of-memory", Runtime.getRuntime().maxMemory() / (1024 * 1024)),
              ExitCode.FAILED);
      default ->
          say("bug", messages.text("problem.bug", nameOf(thrown), log(thrown)), ExitCode.FAILED);
    };
  }

  private int usage(ParameterException thrown) {
    String command = thrown.getCommandLine().getCommandSpec().qualifiedName();
    return say(
        "usage",
        usageSentence(thrown) + "\n" + console.messages().text("problem.see-help", command),
        ExitCode.USAGE);
  }

  private String usageSentence(ParameterException thrown) {
    Messages messages = console.messages();
    CommandLine line = thrown.getCommandLine();
    if (thrown instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      boolean isOption = name.startsWith("-");
      List<String> known = isOption ? optionNames(line) : commandNames(line);
      String what = messages.text(isOption ? "problem.option" : "problem.word", name);
      return Nearest.to(name, known)
          .map(near -> what + " " + messages.text("problem.did-you-mean", near))
          .orElse(what);
    }
    if (thrown instanceof MissingParameterException missing) {
      return messages.text(
          "problem.missing",
          missing.getMissing().stream().map(ProblemEdge::nameOf).collect(Collectors.joining(", ")));
    }
    ArgSpec argument = thrown.getArgSpec();
    if (argument != null && thrown.getValue() != null) {
      return messages.text("problem.value", nameOf(argument), thrown.getValue());
    }
    if (!line.getSubcommands().isEmpty() && argument == null) {
      return messages.text("problem.command", String.join(", ", commandNames(line)));
    }
    return messages.text("problem.usage", String.valueOf(thrown.getMessage()));
  }

  private int say(String code, String message, int exitCode) {
    if (console.json()) {
      Map<String, Object> problem = new LinkedHashMap<>();
      problem.put("code", code);
      problem.put("message", message);
      problem.put("exitCode", exitCode);
      console.out().println(Json.of(Map.of("problem", problem)));
    } else {
      console.err().println(message);
    }
    return exitCode;
  }

  private static List<String> optionNames(CommandLine line) {
    return line.getCommandSpec().options().stream()
        .flatMap(option -> List.of(option.names()).stream())
        .toList();
  }

  private static List<String> commandNames(CommandLine line) {
    return line.getSubcommands().entrySet().stream()
        .filter(entry -> !entry.getValue().getCommandSpec().usageMessage().hidden())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String nameOf(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }

  private static String nameOf(Throwable thrown) {
    String message = thrown.getMessage();
    return thrown.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  private static String fileProblem(FileSystemException thrown) {
    return thrown.getFile() + ": " + FileTrouble.of(thrown);
  }

  /// Writes the stack trace where a report of the bug can take it from.
  private static String log(Throwable thrown) {
    try {
      Path log = Files.createTempFile("ronghe-", ".log");
      try (var writer = new PrintWriter(Files.newBufferedWriter(log))) {
        writer.println("ronghe " + SoftwareVersion.current());
        writer.println("java " + System.getProperty("java.vm.version"));
        writeTrace(thrown, writer);
      }
      return log.toString();
    } catch (IOException e) {
      return "(" + e.getMessage() + ")";
    }
  }

  private static void writeTrace(Throwable thrown, PrintWriter writer) {
    String prefix = "";
    for (Throwable t = thrown; t != null; t = t.getCause()) {
      writer.println(prefix + t);
      prefix = "caused by ";
      for (StackTraceElement frame : t.getStackTrace()) {
        writer.println("    at " + frame);
      }
    }
  }
}
