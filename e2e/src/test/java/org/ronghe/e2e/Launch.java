package org.ronghe.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.ronghe.testkit.Project;

/// One start of `./ronghe` as a process of its own.
final class Launch {
  private static final long PATIENCE_SECONDS = 180;

  private final List<String> command = new ArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private Path folder = Project.root();

  private Launch(Path script, List<String> arguments) {
    command.add(script.toString());
    command.addAll(arguments);
    environment.put("LANG", "en_US.UTF-8");
  }

  static Launch ronghe(String... arguments) {
    return new Launch(Project.root().resolve("ronghe"), List.of(arguments));
  }

  /// Starts it through `link`, a symbolic link to the script.
  static Launch through(Path link, String... arguments) {
    return new Launch(link, List.of(arguments));
  }

  Launch in(Path workingFolder) {
    folder = workingFolder;
    return this;
  }

  Launch with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /// Runs to the end.
  Finished run() throws IOException, InterruptedException {
    Path out = Files.createTempFile("out-", ".txt");
    Path err = Files.createTempFile("err-", ".txt");
    Process process = start(out, err);
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError(command + " did not end; it said " + Files.readString(err));
    }
    var finished = new Finished(process.exitValue(), Files.readString(out), Files.readString(err));
    Files.delete(out);
    Files.delete(err);
    return finished;
  }

  /// Starts it and returns at once.
  Process start(Path out, Path err) throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().remove("LC_ALL");
    builder.environment().remove("LC_MESSAGES");
    builder.environment().remove("RONGHE_HEAP");
    builder.environment().putAll(environment);
    return builder.start();
  }

  /// Makes Ctrl-C work even if whoever runs the tests ignores it, as a shell's background job does;
  /// a child inherits that.
  Launch interruptible() {
    command.addAll(0, List.of("env", "--default-signal=INT"));
    return this;
  }

  /// What a process said.
  record Finished(int exitCode, String out, String err) {
    /// Everything it said.
    String all() {
      return new String((out + err).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
  }
}
