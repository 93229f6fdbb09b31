package org.ronghe.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.cli.TerminalTable.Column;
import org.ronghe.platform.Node;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.demo.DemoNode;
import org.ronghe.platform.demo.DemoSignIn;
import org.ronghe.platform.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `ronghe demo`: a ranking from records made up after published totals, and a node with an
/// invented city, to see what there is before having any data.
@Command(name = "demo")
final class DemoCommand implements Callable<Integer> {
  private static final int USUAL_PORT = 8080;
  private static final int USUAL_FIRMS = 20_000;

  private final Console console;

  @Option(names = "--out", paramLabel = "FOLDER")
  private Path out = Path.of("ronghe-demo");

  @Option(names = "--no-serve")
  private boolean noServe;

  @Option(names = "--port", paramLabel = "PORT")
  private int port = USUAL_PORT;

  @Option(names = "--firms", paramLabel = "COUNT")
  private int firms = USUAL_FIRMS;

  @Mixin private CommonOptions common = new CommonOptions();

  DemoCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException, IOException {
    Range.atLeast("--port", port, 0);
    Range.atLeast("--firms", firms, 0);
    int code = Jobs.demo(out, common.threads(), console);
    if (code != ExitCode.OK || noServe) {
      return code;
    }
    serve();
    return ExitCode.OK;
  }

  private void serve() throws IOException, InterruptedException {
    NodeConfiguration configuration =
        NodeConfiguration.read(
            ConfigurationSources.ofProcess(
                Map.of("data", dataFolder().toString(), "port", String.valueOf(freePort()))),
            NodeOptions.language(console));
    Node node = RunningNode.start(configuration, console);
    List<DemoSignIn> signIns =
        node.part(DemoNode.class).prepare(out, NodeOptions.language(console));
    node.part(DemoNode.class).growTo(firms, NodeOptions.language(console));
    Messages messages = console.messages();
    var columns =
        List.of(
            new Column(messages.text("demo.column.role"), false),
            new Column(messages.text("demo.column.name"), false),
            new Column(messages.text("demo.column.password"), false));
    var table = new TerminalTable(columns);
    for (DemoSignIn signIn : signIns) {
      table.row(
          List.of(
              Texts.in(NodeOptions.language(console)).text("access.role." + signIn.role().code()),
              signIn.name(),
              signIn.password()));
    }
    console.out().println();
    table.lines(0).forEach(console.out()::println);
    console.out().println();
    console.out().println(messages.text("serve.address", RunningNode.url(configuration, node)));
    console.out().println(messages.text("serve.stop"));
    console.out().flush();
    RunningNode.untilStopped();
  }

  /// Beside the result; for root where the account that the database runs as can come.
  private Path dataFolder() {
    Path folder = out.toAbsolutePath().normalize();
    return "root".equals(System.getProperty("user.name"))
        ? Path.of("/var/lib", folder.getFileName() + "-node")
        : folder.resolveSibling(folder.getFileName() + "-node");
  }

  /// The port asked for; any free one where the usual one is taken and nobody asked for it.
  private int freePort() {
    if (port != USUAL_PORT) {
      return port;
    }
    try (var probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      return 0;
    }
  }
}
