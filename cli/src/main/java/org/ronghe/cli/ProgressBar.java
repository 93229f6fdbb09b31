package org.ronghe.cli;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ronghe.atlas.run.RunListener;

/// One line on a terminal that says how far the work is, how fast it goes and how long it will
/// take. It shows itself after two seconds, so short work leaves no trace; where there is no
/// terminal it never does.
final class ProgressBar implements RunListener, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration REDRAW = Duration.ofMillis(250);
  private static final int BAR_CELLS = 20;

  private final Console console;
  private final long startNanos = System.nanoTime();
  private volatile Phase phase = new Phase("", System.nanoTime(), 0, 0);
  private volatile boolean shown;
  private final @Nullable Thread painter;

  ProgressBar(Console console) {
    this.console = console;
    painter =
        console.terminal()
            ? Thread.ofPlatform().daemon().name("progress").start(this::paint)
            : null;
  }

  @Override
  public void enter(Step step) {
    String key = "step." + step.name().toLowerCase(Locale.ROOT).replace('_', '-');
    phase = new Phase(console.messages().text(key), System.nanoTime(), 0, 0);
  }

  @Override
  public void at(long doneBytes, long totalBytes) {
    Phase now = phase;
    phase = new Phase(now.label(), now.startNanos(), doneBytes, totalBytes);
  }

  @Override
  public void close() {
    if (painter == null) {
      return;
    }
    painter.interrupt();
    try {
      painter.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (shown) {
      console.err().print("\r\033[K");
      console.err().flush();
    }
  }

  private void paint() {
    try {
      Thread.sleep(PATIENCE);
      while (true) {
        long now = System.nanoTime();
        String line = line(phase, now, now - startNanos);
        int columns = console.columns() > 0 ? console.columns() - 1 : 79;
        shown = true;
        console.err().print("\r" + DisplayWidth.cut(line, columns) + "\033[K");
        console.err().flush();
        Thread.sleep(REDRAW);
      }
    } catch (InterruptedException e) {
      // close() ends the painting.
    }
  }

  /// `Reading 42 % ████████············· 1.2 of 3.4 GB 95 MB/s 0:23 left`.
  static String line(Phase phase, long nowNanos, long elapsedNanos) {
    long done = phase.doneBytes();
    double seconds = Math.max(1e-9, (nowNanos - phase.startNanos()) / 1e9);
    if (done <= 0 || phase.totalBytes() <= 0) {
      return phase.label() + "  " + clock(elapsedNanos / 1_000_000_000);
    }
    double share = Math.min(1, (double) done / phase.totalBytes());
    int full = (int) Math.round(share * BAR_CELLS);
    long secondsLeft = Math.round(seconds * (1 - share) / share);
    return "%s %3.0f %% %s%s  %.1f/%.1f MB  %.0f MB/s  −%s"
        .formatted(
            phase.label(),
            share * 100,
            "█".repeat(full),
            "·".repeat(BAR_CELLS - full),
            done / 1e6,
            phase.totalBytes() / 1e6,
            done / seconds / 1e6,
            clock(secondsLeft));
  }

  private static String clock(long seconds) {
    return seconds >= 3600
        ? String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        : String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60);
  }

  /// What is being done now.
  ///
  /// @param label in the user's language
  /// @param startNanos when it began, on the clock of [System#nanoTime]
  /// @param doneBytes done so far
  /// @param totalBytes to do, 0 if unknown
  record Phase(String label, long startNanos, long doneBytes, long totalBytes) {}
}
