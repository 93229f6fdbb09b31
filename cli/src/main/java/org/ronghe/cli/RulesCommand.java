package org.ronghe.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `ronghe rules`: the commands that read rulebooks.
@Command(name = "rules")
final class RulesCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  static CommandLine line(Console console) {
    return new CommandLine(new RulesCommand())
        .addSubcommand(new RulesListCommand(console))
        .addSubcommand(new RulesCheckCommand(console))
        .addSubcommand(new RulesTestCommand(console))
        .addSubcommand(new RulesExplainCommand(console))
        .addSubcommand(new RulesEvaluateCommand(console))
        .addSubcommand(new RulesReplayCommand(console))
        .addSubcommand(new RulesDiffCommand(console));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Missing required subcommand");
  }
}
