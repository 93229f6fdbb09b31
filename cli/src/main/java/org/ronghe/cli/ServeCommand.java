package org.ronghe.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ronghe.platform.Node;
import org.ronghe.platform.accounts.FirstAdministrator;
import org.ronghe.platform.configuration.NodeConfiguration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `ronghe serve`: runs the node until it is stopped.
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
  private final Console console;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  private ServeCommand(Console console) {
    this.console = console;
  }

  static CommandLine line(Console console) {
    return NodeOptions.addTo(new CommandLine(new ServeCommand(console)), console);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    NodeConfiguration configuration = NodeOptions.read(spec, console);
    Node node = RunningNode.start(configuration, console);
    Optional<String> link = node.part(FirstAdministrator.class).linkIfNeeded();
    Messages messages = console.messages();
    console.out().println(messages.text("serve.address", RunningNode.url(configuration, node)));
    link.ifPresent(path ->
        console
            .out()
            .println(
                messages.text(
                    "serve.first-administrator", RunningNode.url(configuration, node) + path)));
    console.out().println(messages.text("serve.stop"));
    RunningNode.untilStopped();
    return ExitCode.OK;
  }
}
