package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.e2e.Visits.Look;
import org.ronghe.testkit.Project;

/// Titles of firms at the node of `./ronghe demo`, in a real browser: a firm's ladder with what-if,
/// and a draft tried on the whole city.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TitlesTest {
  private static final String TECH = "cn-tech-sme-2017-115";

  private Chromium chromium;
  private RunningNode demo;
  private Visits visits;

  @BeforeAll
  void startTheDemo(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    demo = RunningNode.demo(folder);
    visits = new Visits(chromium, demo);
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
    visits.end();
  }

  @Test
  void anOwnerSeesWhatIsMissingAndTriesAnotherValue() {
    Page page = visits.of("enterprise", Look.USUAL);
    page.locator("main a[href$='/titles']").first().click();
    page.waitForURL("**/titles");
    Axe.check(page, "the ladder");
    Locator title = page.locator("a[href$='/" + TECH + "/" + TECH + "']");
    assertThat(title.count()).isEqualTo(1);
    title.click();
    page.waitForURL("**/" + TECH);
    Axe.check(page, "a title");
    String before = page.locator("#judged .lead").innerText();
    assertThat(before).isNotBlank().doesNotContain("→");
    // A firm of thousands is no SME, whatever else it has.
    Locator staff = page.locator("input[name^='w.employees_total.']");
    staff.fill("9000");
    staff.press("Tab");
    page.locator("#judged .lead strong, #judged .clauses strong .tag.bad").first().waitFor();
    assertThat(page.locator("#judged .clauses").first().innerText())
        .containsPattern("→\\s*not met\\s+At most 500 employees");
    assertThat(page.url()).doesNotContain("9000");
    Axe.check(page, "a title tried");
    page.reload();
    assertThat(page.locator("#judged .lead").innerText()).isEqualTo(before);
  }

  @Test
  void anOfficerTriesADraftOnTheWholeCity() throws IOException {
    Page page = visits.of("bureau-officer", Look.USUAL);
    page.navigate(demo.url() + "/titles");
    Axe.check(page, "the city");
    page.locator("form[action='/titles/judge'] button").click();
    page.waitForURL("**/jobs/*");
    page.locator("a[href='/titles']:has-text('Result'), .tag.good").first().waitFor();
    page.navigate(demo.url() + "/titles/firms?rulebook=" + TECH + "&steps=1");
    assertThat(page.locator("main tbody tr").count()).isPositive();
    Axe.check(page, "who is near");
    page.navigate(demo.url() + "/titles/simulations");
    page.locator("#content").fill(draft());
    page.locator("#name").fill("50 points are enough");
    page.locator("form[action='/titles/simulations'] button").click();
    page.waitForURL("**/titles/simulations/*");
    for (int i = 0; i < 60 && !page.locator("main").innerText().contains("judged by both"); i++) {
      page.waitForTimeout(500);
      page.reload();
    }
    assertThat(page.locator("main").innerText()).contains("judged by both");
    assertThat(page.locator("#firms ~ .scroll tbody tr, section:has(#firms) tbody tr").count())
        .isPositive();
    Axe.check(page, "what a draft would change");
    visits.end();
    Page phone = visits.of("bureau-officer", new Look(390, "zh", ColorScheme.DARK));
    phone.navigate(demo.url() + "/titles");
    assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }

  /// The rulebook in force with a lower line, without the examples that hold it to the old one.
  private static String draft() throws IOException {
    Path file =
        Project.root()
            .resolve("rules/src/main/resources/org/ronghe/rules/rulebooks")
            .resolve(TECH + ".yaml");
    return Files.readString(file).replaceAll("(?s)\nexamples:.*", "\n").replace(">= 60", ">= 50");
  }
}
