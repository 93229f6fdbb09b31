package org.ronghe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProblemEdgeTest {
  @Test
  void aMistypedOptionIsAnsweredWithTheNearestOne() {
    Captured run = Captured.run(Locale.ENGLISH, "rank", "--metod", "x");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err())
        .isEqualTo(
            """
            There is no option --metod. Did you mean --method?
            "ronghe rank --help" explains the options.
            """);
  }

  @Test
  void aMistypedCommandIsAnsweredWithTheNearestOne() {
    Captured run = Captured.run(Locale.CHINESE, "clutser");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("没有命令或输入“clutser”", "cluster");
  }

  @Test
  void missingAndWrongValuesAreNamed() {
    assertThat(Captured.run(Locale.ENGLISH, "cluster", "points.csv").err())
        .startsWith("Missing: --radius-km, --min-weight.");
    assertThat(Captured.run(Locale.ENGLISH, "rank", "--from", "soon").err())
        .startsWith("--from cannot be \"soon\".");
    assertThat(Captured.run(Locale.ENGLISH).err()).startsWith("Say what to do: demo, serve, rank");
  }

  @Test
  void withJsonTheProblemIsAnObject() {
    Captured run = Captured.run(Locale.ENGLISH, "rank", "--method", "gii-2204", "--json");
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out())
        .startsWith("{\"problem\":{\"code\":\"method-unknown\",\"message\":\"There is no method")
        .contains("\"exitCode\":2}}");
  }

  @Test
  void aBugIsOneLineAndItsTraceIsInALog() throws IOException {
    var err = new ByteArrayOutputStream();
    int exitCode = edge(err).say(new IllegalStateException("weight -1 at 17"));
    String said = err.toString(StandardCharsets.UTF_8);
    assertThat(exitCode).isEqualTo(ExitCode.FAILED);
    assertThat(said).contains("weight -1 at 17").hasLineCount(1).doesNotContain("\tat ");
    var log = Pattern.compile("(\\S+\\.log)").matcher(said);
    assertThat(log.find()).isTrue();
    Path file = Path.of(log.group(1));
    assertThat(file).content().contains("ProblemEdgeTest");
    Files.delete(file);
  }

  @Test
  void theSystemsErrorsAreNoBugs() {
    var err = new ByteArrayOutputStream();
    assertThat(edge(err).say(new NoSuchFileException("/gone"))).isEqualTo(ExitCode.FAILED);
    assertThat(edge(err).say(new OutOfMemoryError())).isEqualTo(ExitCode.FAILED);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("/gone", "RONGHE_HEAP");
  }

  private static ProblemEdge edge(ByteArrayOutputStream err) {
    var silent = new PrintStream(PrintStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new ProblemEdge(new Console(silent, stream, Locale.ENGLISH, false, false, 0));
  }
}
