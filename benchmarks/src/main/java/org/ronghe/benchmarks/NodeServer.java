package org.ronghe.benchmarks;

import java.io.IOException;
import java.util.Map;
import org.ronghe.platform.Node;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.text.Language;

/// A node in a process of its own, with one bureau officer whom the load signs in as.
///
/// Arguments: data folder, port. Says `ready` on standard output once it answers, and ends when
/// standard input does.
public final class NodeServer {
  static final String NAME = "load";
  static final String PASSWORD = "lantern over the quiet river";

  private NodeServer() {}

  public static void main(String[] arguments) throws IOException {
    var flags = Map.of("data", arguments[0], "port", arguments[1]);
    NodeConfiguration configuration =
        NodeConfiguration.read(ConfigurationSources.ofProcess(flags), Language.ENGLISH);
    try (Node node = Node.start(configuration)) {
      Actors.runAs(Actor.system("load"), () -> ensureOfficer(node.part(Accounts.class)));
      System.out.println("ready " + node.port());
      while (System.in.read() >= 0) {
        // until whoever started this is gone
      }
    }
  }

  private static void ensureOfficer(Accounts accounts) {
    if (accounts.findByName(NAME).isEmpty()) {
      long id = accounts.create(new NewAccount(NAME, null, "Load", Language.CHINESE));
      accounts.setPassword(id, PASSWORD);
      accounts.grant(id, Role.BUREAU_OFFICER, null, null, "load");
    }
  }
}
