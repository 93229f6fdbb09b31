package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.testkit.Project;

/// The node of `./ronghe demo` in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeTest {
  private static final String AXE = "atlas/src/main/web/node_modules/axe-core/axe.min.js";
  private static final Map<String, List<String>> PAGES =
      Map.of(
          "bureau-officer",
          List.of(
              "/",
              "/organisations",
              "/organisations/new",
              "/people",
              "/works",
              "/merges",
              "/rankings",
              "/search?q=大学",
              "/jobs",
              "/account",
              "/about"),
          "auditor",
          List.of("/", "/audit", "/audit/1"),
          "administrator",
          List.of("/", "/settings", "/accounts"));

  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();
  private Chromium chromium;
  private RunningDemo demo;

  @BeforeAll
  void startTheDemo(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    demo = RunningDemo.start(folder);
  }

  @AfterAll
  void stop() throws Exception {
    if (demo != null) {
      demo.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void nothingFailedInTheBrowser() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bureau-officer, 1280, en",
    "bureau-officer, 390, zh",
    "auditor, 1280, zh",
    "auditor, 390, en",
    "administrator, 1280, en",
    "administrator, 390, zh"
  })
  void everyPageIsReadableAndAccessible(String role, int width, String language) {
    Page page = signedIn(role, width, language);
    var pages = new ArrayList<>(PAGES.getOrDefault(role, List.of()));
    if (role.equals("bureau-officer")) {
      page.navigate(demo.url() + "/organisations");
      pages.add(page.locator("tbody th a").first().getAttribute("href"));
      page.navigate(demo.url() + "/rankings");
      pages.add(page.locator("main a[href^='/rankings/']").first().getAttribute("href"));
    }
    for (String path : pages) {
      Response response = page.navigate(demo.url() + path);
      assertThat(response.status()).as(path).isEqualTo(200);
      assertThat(page.locator("html").getAttribute("lang")).as(path).startsWith(language);
      assertThat(page.locator("h1").count()).as(path).isEqualTo(1);
      assertThat(page.locator("body").innerText()).as(path).doesNotContainPattern("\\[[a-z]+\\.");
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as("nothing sticks out sideways of %s at width %d", path, width)
          .isEqualTo(true);
      page.evaluate(Project.read(Project.root().resolve(AXE)));
      assertThat(
              page.evaluate(
                  "axe.run().then(r => r.violations.map(v => v.id + ': ' + v.nodes[0].html))"))
          .as("%s %d %s", path, width, language)
          .asInstanceOf(LIST)
          .isEmpty();
    }
  }

  @Test
  void aWrongPasswordTenTimesShutsTheDoorForTheRightOne() {
    Page page = open(1280, "en");
    for (int i = 0; i < 10; i++) {
      signIn(page, "demo-broker", "not the password " + i);
      assertThat(page.locator("[role=alert]").count()).isPositive();
    }
    signIn(page, "demo-broker", demo.password("broker"));
    assertThat(page.url()).contains("/sign-in");
    complaints.clear(); // a browser complains of each refused request
  }

  @Test
  void anOfficerCorrectsAFactAndStillSeesWhatWasKnownBefore() {
    Page page = signedIn("bureau-officer", 1280, "en");
    page.navigate(demo.url() + "/organisations?filter=kind:enterprise");
    page.locator("tbody th a").first().click();
    page.locator("main a[href*='/history/']").first().click();
    String history = page.url();
    page.locator("main a[href*='/correct']").first().click();
    String old = page.locator("#value").inputValue();
    String corrected = old.matches("[0-9]+") ? old + "1" : old;
    page.locator("#value").fill(corrected);
    page.locator("#reason").fill("Typing error in the report");
    page.locator("main form button[type=submit]").first().click();
    page.navigate(history);
    assertThat(page.locator("main").innerText()).contains("Typing error in the report");
  }

  @Test
  void theLanguageSwitchStaysOnThePage() {
    Page page = signedIn("bureau-officer", 1280, "en");
    page.navigate(demo.url() + "/organisations?q=大学");
    page.locator("a[href^='/choose/language/zh']").first().click();
    assertThat(page.locator("html").getAttribute("lang")).startsWith("zh");
    assertThat(page.url()).contains("/organisations?q=");
  }

  private Page signedIn(String role, int width, String language) {
    Page page = open(width, language);
    signIn(page, "demo-" + role, demo.password(role));
    assertThat(page.url()).isEqualTo(demo.url() + "/");
    if (!page.locator("html").getAttribute("lang").startsWith(language)) {
      page.navigate(demo.url() + "/choose/language/" + language + "?to=/");
    }
    return page;
  }

  private void signIn(Page page, String name, String password) {
    page.navigate(demo.url() + "/sign-in");
    page.locator("#name").fill(name);
    page.locator("#password").fill(password);
    page.locator("main form button").first().click();
    page.waitForLoadState();
  }

  private Page open(int width, String language) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new NewContextOptions()
                    .setViewportSize(width, 900)
                    .setLocale(language.equals("zh") ? "zh-CN" : "en-US"));
    contexts.add(context);
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequest(request -> {
      if (!request.url().startsWith(demo.url()) && !request.url().startsWith("data:")) {
        complaints.add("asked another server: " + request.url());
      }
    });
    return page;
  }
}
