package org.ronghe.platform.database;

import java.io.IOException;
import java.nio.file.Path;
import org.ronghe.platform.problem.OperatorProblem;

/// A program of a test: starts the embedded server in a folder, says so, and waits to be killed.
public final class ServerProgram {
  private ServerProgram() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    try {
      EmbeddedPostgres postgres =
          EmbeddedPostgres.start(Path.of(arguments[0]), EmbeddedPostgres.FREE_PORT);
      postgres.closeAtExit();
      System.out.println("ready " + postgres.pid());
      Thread.sleep(Long.MAX_VALUE);
    } catch (OperatorProblem e) {
      System.out.println("problem " + e.code().code());
    }
  }
}
