package org.ronghe.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.platform.Node;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ronghe serve`: runs the node until it is stopped.
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  @SuppressWarnings("UnusedVariable") // for the help
  private CommonOptions common = new CommonOptions();

  ServeCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Node node = Node.start(Map.of());
    console.err().println(node.port());
    return ExitCode.OK;
  }
}
