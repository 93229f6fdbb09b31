package org.ronghe.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// A node that `./ronghe` keeps open, on any free port.
final class RunningNode implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 240;

  private final Process process;
  private final List<Path> folders;
  private final String said;
  private final Path log;

  private RunningNode(Process process, List<Path> folders, String said, Path log) {
    this.process = process;
    this.folders = List.copyOf(folders);
    this.said = said;
    this.log = log;
  }

  /// Starts `./ronghe demo` and waits until it says how to sign in.
  ///
  /// @param folder of the test's own, for the result and the logs
  static RunningNode demo(Path folder) throws IOException, InterruptedException {
    return demo(folder, 600);
  }

  /// The same with so many firms, which come while the node is used.
  static RunningNode demo(Path folder, int firms) throws IOException, InterruptedException {
    // A name of its own: root's demo keeps its data under this name, away from the result.
    Path result = folder.resolve("ronghe-e2e-" + ProcessHandle.current().pid());
    Path rootsData = Path.of("/var/lib", result.getFileName() + "-node");
    return start(
        folder,
        List.of(rootsData),
        "demo",
        "--firms",
        String.valueOf(firms),
        "--out",
        result.toString());
  }

  /// Starts `./ronghe serve` and waits until it says where it is. The data stays when it is closed.
  ///
  /// @param folder of the test's own, for the logs
  static RunningNode serve(Path folder, Path data, String... further)
      throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("serve", "--data", data.toString()));
    command.addAll(List.of(further));
    return start(folder, List.of(), command.toArray(String[]::new));
  }

  private static RunningNode start(Path folder, List<Path> leftBehind, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out-", ".txt");
    Path err = Files.createTempFile(folder, "err-", ".txt");
    var arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--port", "0"));
    Process process = Launch.ronghe(arguments.toArray(String[]::new)).start(out, err);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < deadline && process.isAlive()) {
      String said = Files.readString(out);
      if (said.contains("Ctrl-C")) {
        return new RunningNode(process, leftBehind, said, err);
      }
      Thread.sleep(200);
    }
    process.destroy();
    throw new AssertionError(
        "the node did not start: " + Files.readString(out) + Files.readString(err));
  }

  /// A data folder that exists nowhere yet. Root's database runs as somebody else, who cannot enter
  /// a folder of root's.
  static Path freshData(Path folder) {
    boolean root = System.getProperty("user.name", "").equals("root");
    String name = "ronghe-e2e-data-" + ProcessHandle.current().pid();
    return root ? Path.of("/var/lib", name) : folder.resolve(name);
  }

  /// The address, without a slash at its end.
  String url() {
    return find("The node is at (\\S+)").orElseThrow(this::unsaid);
  }

  /// The password of somebody of a role.
  String password(String role) {
    return find("demo-" + Pattern.quote(role) + "\\s+(\\S+)").orElseThrow(this::unsaid);
  }

  /// The link that makes the first administrator, where one is still needed.
  Optional<String> findFirstLink() {
    return find("(http\\S+/invitation/\\S+)");
  }

  /// The lines it has written to standard error.
  List<String> log() throws IOException {
    return Files.readAllLines(log);
  }

  private Optional<String> find(String pattern) {
    var found = Pattern.compile(pattern).matcher(said);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }

  private AssertionError unsaid() {
    return new AssertionError("the node said only " + said);
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    for (Path folder : folders) {
      delete(folder);
    }
  }

  /// Removes a folder with all in it.
  static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
