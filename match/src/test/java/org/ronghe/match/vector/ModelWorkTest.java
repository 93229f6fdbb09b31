package org.ronghe.match.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.match.text.Tongue;

class ModelWorkTest {
  private static final int ENDED = 7;
  private static final int MINUTES = 2;

  /// Computes without end in two threads and ends the process meanwhile.
  static final class Computing {
    private Computing() {}

    public static void main(String[] arguments) throws InterruptedException {
      List<String> texts =
          IntStream.range(0, 64)
              .mapToObj(i -> "Separators for lithium batteries, coated with ceramics, number " + i)
              .toList();
      Encoders encoders = Encoders.open();
      var computed = new CountDownLatch(3);
      for (int i = 0; i < 2; i++) {
        Thread.ofPlatform()
            .daemon()
            .start(() -> {
              try {
                while (!encoders.vectors(Tongue.ENGLISH, texts, 1).isEmpty()) {
                  computed.countDown();
                }
              } catch (CancellationException e) {
                // As it should be.
              }
            });
      }
      computed.await();
      System.exit(ModelWork.end(Duration.ofSeconds(MINUTES * 60L)) ? ENDED : 1);
    }
  }

  @Test
  void aProcessEndsInPeaceWhileModelsCompute(@TempDir Path folder)
      throws IOException, InterruptedException {
    for (int run = 0; run < 3; run++) {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-cp",
                  System.getProperty("java.class.path"),
                  Computing.class.getName())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("output").toFile())
              .start();
      assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue()).isEqualTo(ENDED);
      assertThat(folder).as("a crash's report").isDirectoryNotContaining("glob:**/hs_err*");
    }
  }
}
