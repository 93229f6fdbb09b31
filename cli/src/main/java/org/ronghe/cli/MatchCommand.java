package org.ronghe.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ronghe match`: the commands of the matching engine.
@Command(name = "match")
final class MatchCommand implements Runnable {
  /// Lucene says at every start that it could use a module still in incubation; kept here, since
  /// what is set on a logger is forgotten with it.
  private static final Logger VECTORS =
      Logger.getLogger("org.apache.lucene.internal.vectorization.VectorizationProvider");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  static CommandLine line(Console console) {
    VECTORS.setLevel(Level.SEVERE);
    return new CommandLine(new MatchCommand())
        .addSubcommand(new MatchIndexCommand(console))
        .addSubcommand(new MatchSearchCommand(console))
        .addSubcommand(new MatchEvalCommand(console))
        .addSubcommand(new MatchDuplicatesCommand(console))
        .addSubcommand(MatchOrganisationsCommand.line(console))
        .addSubcommand(new MatchQualityCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }
}
