package org.ronghe.cli;

import java.nio.file.Path;
import org.ronghe.atlas.run.RankRequest;

/// Where the commands hand over to the runs of the engine, and print what came of them.
final class Jobs {
  private Jobs() {}

  /// Runs `rank` and prints the table; returns the exit code.
  static int rank(RankRequest request, double maxRejects, Console console) {
    console.err().println(request.options() + " " + maxRejects); // the engine is wired here
    return ExitCode.FAILED;
  }

  /// Runs `demo` and prints the table and where the report is; returns the exit code.
  static int demo(Path out, int threads, Console console) {
    console.err().println(out + " " + threads); // the engine is wired here
    return ExitCode.FAILED;
  }
}
