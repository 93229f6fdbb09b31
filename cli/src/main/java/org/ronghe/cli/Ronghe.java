package org.ronghe.cli;

import java.io.PrintWriter;
import java.util.List;
import org.ronghe.atlas.report.SoftwareVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The root command: `ronghe`.
@Command(name = "ronghe", versionProvider = Ronghe.Version.class)
public final class Ronghe implements Runnable {
  private static final List<String> COMMANDS =
      List.of(
          "demo", "serve", "rank", "cluster", "match", "sources", "rules", "backup", "restore",
          "doctor", "audit", "help");
  private static final String REHEARSE = "rehearse";

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  private Ronghe() {}

  /// Runs one command and ends the process with its exit code.
  public static void main(String[] arguments) throws InterruptedException {
    List<String> words = List.of(arguments);
    if (words.contains("match")) {
      StopSignals.handle(() -> {});
    }
    int exitCode = run(Console.ofProcess(words), words);
    StopSignals.awaitEnd();
    System.exit(exitCode);
  }

  /// Runs one command.
  static int run(Console console, List<String> arguments) {
    var edge = new ProblemEdge(console);
    try {
      return commandLine(console, edge, arguments).execute(arguments.toArray(String[]::new));
    } catch (Throwable thrown) { // the last place where anything can be said about it
      return edge.say(thrown);
    } finally {
      console.out().flush();
    }
  }

  /// Every command with its options and its help in the console's language.
  static CommandLine commandLine(Console console, ProblemEdge edge) {
    return commandLine(console, edge, COMMANDS);
  }

  /// The commands among `words` with their options, the others as names with a headline: reading
  /// the options of all of them would be most of what `ronghe --help` does.
  private static CommandLine commandLine(Console console, ProblemEdge edge, List<String> words) {
    var line = new CommandLine(new Ronghe());
    for (String name : COMMANDS) {
      line.addSubcommand(
          name,
          words.contains(name)
              ? command(name, console)
              : new CommandLine(CommandSpec.create().name(name)));
    }
    if (words.contains(REHEARSE)) {
      line.addSubcommand(REHEARSE, new RehearseCommand());
    }
    line.setResourceBundle(console.messages().bundle());
    line.setExecutionExceptionHandler(edge);
    line.setParameterExceptionHandler(edge);
    line.setOut(new PrintWriter(console.out(), true, console.out().charset()));
    line.setErr(new PrintWriter(console.err(), true, console.err().charset()));
    line.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    line.setUsageHelpLongOptionsMaxWidth(28);
    line.setUsageHelpWidth(Math.clamp(console.columns() == 0 ? 100 : console.columns(), 60, 120));
    line.setUnmatchedOptionsArePositionalParams(false);
    inDeclaredOrder(line);
    return line;
  }

  private static CommandLine command(String name, Console console) {
    return switch (name) {
      case "demo" -> new CommandLine(new DemoCommand(console));
      case "serve" -> ServeCommand.line(console);
      case "rank" -> new CommandLine(new RankCommand(console));
      case "cluster" -> new CommandLine(new ClusterCommand(console));
      case "match" -> MatchCommand.line(console);
      case "sources" -> SourcesCommand.line(console);
      case "rules" -> RulesCommand.line(console);
      case "backup" -> BackupCommand.line(console);
      case "restore" -> RestoreCommand.line(console);
      case "doctor" -> DoctorCommand.line(console);
      case "audit" -> AuditCommand.line(console);
      case "help" -> new CommandLine(new HelpCommand());
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static void inDeclaredOrder(CommandLine line) {
    line.getCommandSpec().usageMessage().sortOptions(false).sortSynopsis(false);
    line.getSubcommands().values().forEach(Ronghe::inDeclaredOrder);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }

  /// `ronghe 0.1.0`.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"ronghe " + SoftwareVersion.current()};
    }
  }
}
