package org.ronghe.cli;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.Node;
import org.ronghe.platform.configuration.NodeConfiguration;

/// Runs a node in this process, and stops it when the process is asked to stop.
final class RunningNode {
  private RunningNode() {}

  /// Starts it, telling a waiting user so.
  static Node start(NodeConfiguration configuration, Console console) throws IOException {
    console.err().println(console.messages().text("serve.starting"));
    var started = new AtomicReference<@Nullable Node>();
    StopSignals.handle(() -> {
      Node node = started.get(); // none yet: what has been started stops by hooks of its own
      if (node != null) {
        stop(node, console);
      }
    });
    Node node = Node.start(configuration);
    started.set(node);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("stop-node").unstarted(() -> stop(node, console)));
    return node;
  }

  /// Where people reach it.
  static String url(NodeConfiguration configuration, Node node) {
    return configuration.port() == 0
        ? "http://" + configuration.host() + ":" + node.port()
        : configuration.publicUrl();
  }

  /// Waits for the end of the process.
  static void untilStopped() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  private static void stop(Node node, Console console) {
    try {
      node.close();
    } catch (IOException e) {
      // The process ends either way; the next start recovers whatever was left.
      console
          .err()
          .println(console.messages().text("problem.file-system", String.valueOf(e.getMessage())));
    }
  }
}
