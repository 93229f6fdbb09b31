package org.ronghe.platform.database;

import java.io.IOException;
import java.time.Duration;
import org.ronghe.platform.problem.OperatorProblem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts the server again when it died without having been stopped: killed by somebody, or by the
/// kernel for want of memory. Nothing that was acknowledged is lost; what was under way is answered
/// with 503 and may be tried again.
final class ServerRevival implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServerRevival.class);
  private static final Duration PAUSE = Duration.ofMillis(250);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

  private final Server server;
  private final Thread thread;
  private volatile boolean stopped;

  /// What is watched.
  interface Server {
    /// Whether its process is there, or it was stopped on purpose.
    boolean isWell() throws IOException;

    /// Starts it at the same port.
    void startAgain() throws IOException;
  }

  ServerRevival(Server server) {
    this.server = server;
    this.thread = Thread.ofPlatform().daemon().name("server-revival").unstarted(this::watch);
  }

  void start() {
    thread.start();
  }

  @Override
  public void close() {
    stopped = true;
    thread.interrupt();
  }

  private void watch() {
    Duration pause = PAUSE;
    while (!stopped) {
      try {
        Thread.sleep(pause);
        pause = PAUSE;
        if (!server.isWell()) {
          LOG.warn("PostgreSQL has died; starting it again");
          server.startAgain();
          LOG.info("PostgreSQL runs again");
        }
      } catch (InterruptedException e) {
        return;
      } catch (IOException | OperatorProblem e) {
        if (!stopped) {
          LOG.error("PostgreSQL does not start again; trying once more", e);
          pause = PAUSE_AFTER_FAILURE;
        }
      }
    }
  }
}
