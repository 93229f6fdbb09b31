package org.ronghe.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ronghe.cli.ProgressBar.Phase;

class ProgressBarTest {
  @Test
  void itSaysHowFarHowFastAndHowLong() {
    var phase = new Phase("Reading", 0, 250_000_000, 1_000_000_000);
    assertThat(ProgressBar.line(phase, 5_000_000_000L, 9_000_000_000L))
        .isEqualTo("Reading  25 % █████···············  250.0/1000.0 MB  50 MB/s  −0:15");
  }

  @Test
  void whatHasNoKnownEndShowsTheTimeSoFar() {
    assertThat(ProgressBar.line(new Phase("Clustering", 0, 0, 0), 1, 61_000_000_000L))
        .isEqualTo("Clustering  1:01");
  }
}
