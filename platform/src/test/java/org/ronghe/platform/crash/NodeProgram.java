package org.ronghe.platform.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  /// The number of the server's process.
  static long server(Path data) throws IOException {
    return Long.parseLong(
        Files.readAllLines(data.resolve("postgres/18/postmaster.pid")).getFirst().strip());
  }
}
