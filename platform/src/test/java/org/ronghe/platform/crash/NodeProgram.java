package org.ronghe.platform.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.ronghe.platform.Node;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.text.Language;

/// A program of a test: a whole node on its own database, with one officer, until it is killed.
/// Says `ready PORT` once it takes requests.
public final class NodeProgram {
  static final String OFFICER = "officer";

  private NodeProgram() {}

  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    String password = arguments[1];
    Node node =
        Node.start(
            NodeConfiguration.read(
                new ConfigurationSources(
                    Map.of("data", data.toString(), "port", "0", "rate-limit", "1000000"),
                    Map.of(),
                    data,
                    false),
                Language.ENGLISH));
    Actors.runAs(
        Actor.system("test"),
        () -> {
          Accounts accounts = node.part(Accounts.class);
          if (accounts.findByName(OFFICER).isEmpty()) {
            long id = accounts.create(new NewAccount(OFFICER, null, "Officer", Language.ENGLISH));
            accounts.setPassword(id, password);
            accounts.grant(id, Role.BUREAU_OFFICER, null, null, "test");
          }
        });
    System.out.println("ready " + node.port());
    System.out.flush();
    new CountDownLatch(1).await();
  }

  /// Starts the program.
  static Process start(Path data, String password) throws IOException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(NodeProgram.class.getName(), data.toString(), password));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }

  /// The port of a program that was started; reads past what is logged.
  static int port(Process node) throws IOException {
    BufferedReader lines = node.inputReader();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("ready ")) {
        return Integer.parseInt(line.substring("ready ".length()));
      }
    }
    throw new AssertionError("the node did not start");
  }

  /// The number of the server's process.
  static long server(Path data) throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgres/18/postmaster.pid")).getFirst().strip());
  }
}
