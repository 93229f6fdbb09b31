package org.ronghe.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ronghe.platform.Node;
import org.ronghe.platform.configuration.NodeConfiguration;

/// Runs a node in this process, and stops it when the process is asked to stop.
final class RunningNode {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private RunningNode() {}

  /// Starts it, telling a waiting user so.
  static Node start(NodeConfiguration configuration, Console console) throws IOException {
    console.err().println(console.messages().text("serve.starting"));
    var started = new CompletableFuture<Node>();
    StopSignals.handle(() -> await(started).ifPresent(node -> stop(node, console)));
    Node node;
    try {
      node = Node.start(configuration);
    } catch (IOException | RuntimeException e) {
      started.completeExceptionally(e);
      throw e;
    }
    started.complete(node);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("stop-node").unstarted(() -> stop(node, console)));
    return node;
  }

  /// The node, once it has started: one that is stopped while it starts would leave its database
  /// behind or complain that it has gone. If it takes too long, what has been started stops by
  /// hooks of its own.
  private static Optional<Node> await(CompletableFuture<Node> started) {
    try {
      return Optional.of(started.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
    } catch (ExecutionException | TimeoutException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
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
