package org.ronghe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.ronghe.platform.Node;
import org.ronghe.platform.accounts.FirstAdministrator;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.problem.OperatorProblem;
import org.ronghe.platform.text.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `ronghe rehearse commands` and `ronghe rehearse node`, hidden: runs the common paths once in
/// this process with their output thrown away, so that the JVM can note which classes and profiles
/// they need (the launcher asks it to).
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {
  private static final String POINTS =
      """
      id,lat,lon,weight
      a,30.52,114.36,3
      b,30.53,114.35,4
      c,30.50,114.40,1
      d,48.85,2.35,1
      """;

  @Parameters(description = "commands or node")
  private String part = "commands";

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("ronghe-rehearsal-");
    try {
      if (part.equals("node")) {
        demo(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        node(folder);
      } else {
        commands(folder);
      }
      return ExitCode.OK;
    } finally {
      sweep(folder);
    }
  }

  private static void commands(Path folder) throws IOException {
    Path points = Files.writeString(folder.resolve("points.csv"), POINTS);
    Path labels = folder.resolve("labels.csv");
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      var console = silent(locale);
      Ronghe.run(console, List.of("--help"));
      Ronghe.run(console, List.of("rank", "--help"));
      Ronghe.run(console, List.of("cluster", "--radius", "--typo"));
      Ronghe.run(
          console,
          List.of(
              "cluster", points.toString(), "--radius-km=15", "--min-weight=5", "--out=" + labels));
    }
    demo(folder);
  }

  /// The whole main job: places, works, patents, clustering, ranking, every result file.
  private static void demo(Path folder) {
    Ronghe.run(
        silent(Locale.ENGLISH), List.of("demo", "--no-serve", "--out=" + folder.resolve("demo")));
  }

  /// Starts and stops a node, and asks it for its first pages. Where none can be started, the other
  /// commands start fast all the same.
  private static void node(Path folder) throws IOException {
    var sources =
        new ConfigurationSources(
            Map.of("data", folder.resolve("node").toString(), "port", "0"),
            Map.of(),
            folder,
            false);
    try (Node node = Node.start(NodeConfiguration.read(sources, Language.ENGLISH));
        var client = HttpClient.newHttpClient()) {
      node.part(FirstAdministrator.class).linkIfNeeded();
      for (String page : List.of("/", "/sign-in", "/about", "/actuator/health")) {
        var address = URI.create("http://127.0.0.1:" + node.port() + page);
        client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding());
      }
    } catch (OperatorProblem e) {
      // Said in full when somebody wants a node.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Console silent(Locale locale) {
    var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new Console(silent, silent, locale, false, false, 0);
  }

  private static void sweep(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
