package org.ronghe.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.opentest4j.TestAbortedException;
import org.ronghe.testkit.Project;

/// The system's own Chromium under Playwright, without any download.
final class Chromium implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path executable) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(List.of("--no-sandbox", "--disable-gpu")));
  }

  /// Starts it.
  ///
  /// @throws TestAbortedException where there is none, which skips the test
  /// @throws AssertionError where there is none on a build server
  static Chromium start() {
    for (Path place : PLACES) {
      if (Files.isExecutable(place)) {
        return new Chromium(place);
      }
    }
    String absent = "Browser tests need Chromium; install it (Debian: apt-get install chromium).";
    if (Project.onBuildServer()) {
      throw new AssertionError(absent);
    }
    throw new TestAbortedException(absent);
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
