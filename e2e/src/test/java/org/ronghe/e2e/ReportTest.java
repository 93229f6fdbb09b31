package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.testkit.Project;

/// `report.html` of `./ronghe demo` in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportTest {
  private static final String AXE = "atlas/src/main/web/node_modules/axe-core/axe.min.js";

  private Chromium chromium;
  private Path report;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> requests = new ArrayList<>();
  private @Nullable BrowserContext context;

  @BeforeAll
  void makeTheReport(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    Path result = folder.resolve("demo");
    Launch.Finished demo = Launch.ronghe("demo", "--no-serve", "--out", result.toString()).run();
    assertThat(demo.exitCode()).as(demo.all()).isZero();
    assertThat(demo.out()).contains("report.html");
    report = result.resolve("report.html");
  }

  @AfterAll
  void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void forget() {
    complaints.clear();
    requests.clear();
  }

  @AfterEach
  void nothingWasAskedOfTheNetworkAndNothingFailed() {
    if (context != null) {
      context.close();
    }
    assertThat(complaints).isEmpty();
    assertThat(requests).allMatch(url -> url.startsWith("file:") || url.startsWith("data:"));
  }

  @ParameterizedTest
  @CsvSource({"1280, 900, en", "1280, 900, zh", "375, 800, en", "375, 800, zh"})
  void itIsReadableAndAccessible(int width, int height, String language) {
    Page page = open(width, height, language);
    assertThat(page.locator("html").getAttribute("lang")).startsWith(language);
    assertThat(page.locator("h1").first().isVisible()).isTrue();
    assertThat(page.locator("table").first().innerText()).contains("1");
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing sticks out sideways at width %d", width)
        .isEqualTo(true);
    page.evaluate(Project.read(Project.root().resolve(AXE)));
    assertThat(
            page.evaluate(
                "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))"))
        .asInstanceOf(LIST)
        .isEmpty();
  }

  @Test
  void theLanguageSwitchWorksWithoutReloading() {
    Page page = open(1280, 900, "en");
    page.locator("[lang=zh], button:has-text('中文'), a:has-text('中文')").first().click();
    page.waitForFunction("document.documentElement.lang.startsWith('zh')");
    assertThat(page.locator("h1").first().innerText()).containsPattern("\\p{IsHan}");
  }

  private Page open(int width, int height, String language) {
    context =
        chromium
            .browser()
            .newContext(new NewContextOptions().setViewportSize(width, height).setLocale(language));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") || message.type().equals("warning")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(report.toUri() + "#lang=" + language);
    return page;
  }
}
