package org.ronghe.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `ronghe rehearse`, hidden: runs the common paths once in this process with their output thrown
/// away, so that the JVM can note which classes and profiles they need (the launcher asks it to).
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

  @Override
  public Integer call() throws IOException {
    Path folder = Files.createTempDirectory("ronghe-rehearsal-");
    try {
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
                "cluster",
                points.toString(),
                "--radius-km=15",
                "--min-weight=5",
                "--out=" + labels));
      }
      // The whole main job: places, works, patents, clustering, ranking, every result file.
      Ronghe.run(silent(Locale.ENGLISH), List.of("demo", "--out=" + folder.resolve("demo")));
      return ExitCode.OK;
    } finally {
      sweep(folder);
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
