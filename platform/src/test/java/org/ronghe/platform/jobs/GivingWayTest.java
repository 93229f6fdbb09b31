package org.ronghe.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Scanner;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
final class GivingWayTest {
  private static final int NICE = 18; // of the fields of proc(5) stat, counted from nought

  @Test
  void oneThreadAndWhatItStartsGiveWayAndNoOther() throws Exception {
    int before = nice();
    try (var working = Executors.newSingleThreadExecutor()) {
      working.submit(GivingWay::fromNowOn).get();
      assertThat(working.submit(GivingWayTest::nice).get()).isGreaterThanOrEqualTo(10);
      assertThat(working.submit(GivingWayTest::niceOfNewThread).get()).isGreaterThanOrEqualTo(10);
    }
    assertThat(nice()).isEqualTo(before);
  }

  private static int niceOfNewThread() throws Exception {
    try (var started = Executors.newSingleThreadExecutor()) {
      return started.submit(GivingWayTest::nice).get();
    }
  }

  private static int nice() {
    try {
      String stat = Files.readString(Path.of("/proc/thread-self/stat"));
      // The thread's name, in brackets, may hold blanks.
      return new Scanner(stat.substring(stat.lastIndexOf(')') + 2))
          .tokens()
          .skip(NICE - 2)
          .mapToInt(Integer::parseInt)
          .findFirst()
          .orElseThrow();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
