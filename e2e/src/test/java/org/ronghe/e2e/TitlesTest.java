package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.e2e.Visits.Look;
import org.ronghe.testkit.Project;

/// Titles of firms at the node of `./ronghe demo`, in a real browser: a firm's ladder with what-if,
/// and a draft tried on the whole city. `-Dronghe.firms=20000` gives it the demo's usual city,
/// whose firms take minutes to come.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TitlesTest {
  private static final String TECH = "cn-tech-sme-2017-115";

  private static final int USUAL_FIRMS = 600;
  private static final int FIRMS = Integer.getInteger("ronghe.firms", USUAL_FIRMS);
  private static final int PATIENCE_SECONDS = 30 + FIRMS / 10;

  private Chromium chromium;
  private RunningNode demo;
  private Visits visits;

  @BeforeAll
  void startTheDemo(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    demo = RunningNode.demo(folder, FIRMS);
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

  /// A slider moves by keyboard, and what turns is said beside it at once.
  @Test
  void anOwnerMovesASliderAndSeesTheClauseThatTurns() {
    Page page = visits.of("enterprise", Look.USUAL);
    page.locator("main a[href$='/titles']").first().click();
    page.waitForURL("**/titles");
    page.locator("a[href$='/" + TECH + "/" + TECH + "']").click();
    page.waitForURL("**/" + TECH);
    Locator slider = page.locator("input[type=range][data-moves^='w.employees_total.']").first();
    assertThat(slider.isVisible()).isTrue();
    assertThat(page.locator("label[for='" + slider.getAttribute("id") + "']").textContent())
        .isNotBlank();
    double least = Double.parseDouble(slider.getAttribute("min"));
    double most = Double.parseDouble(slider.getAttribute("max"));
    assertThat(least).isZero();
    assertThat(most).as("beyond the threshold").isGreaterThan(500);
    slider.focus();
    page.keyboard().press("End");
    String field = "[id='" + slider.getAttribute("data-moves") + "']";
    assertThat(Double.parseDouble(page.locator(field).inputValue())).isEqualTo(most);
    page.locator("#turned li:has-text('500')").first().waitFor();
    assertThat(page.locator("#turned").innerText())
        .containsPattern("→\\s*not met")
        .contains("as tried");
    Axe.check(page, "a slider moved");
    visits.end();
    Page phone = visits.of("enterprise", new Look(390, "zh", ColorScheme.DARK));
    phone.navigate(page(phone, TECH));
    assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .isEqualTo(true);
  }

  /// The address of a title of the enterprise that somebody of the demo keeps.
  private String page(Page page, String rulebook) {
    String ladder = page.locator("main a[href$='/titles']").first().getAttribute("href");
    return demo.url() + ladder + "/" + rulebook + "/" + rulebook;
  }

  private void waitForAllFirms(Page page) {
    String jobs = "fetch('/api/v1/jobs').then(answer => answer.text())";
    for (int i = 0; i < PATIENCE_SECONDS; i++) {
      if (String.valueOf(page.evaluate(jobs))
          .matches("(?s).*\"kind\":\"demo.firms\"[^}]*\"state\":\"(?i:done)\".*")) {
        return;
      }
      page.waitForTimeout(1000);
    }
    throw new AssertionError("the firms did not come within " + PATIENCE_SECONDS + " s");
  }

  @Test
  void anOfficerTriesADraftOnTheWholeCity() throws IOException {
    Page page = visits.of("bureau-officer", Look.USUAL);
    if (FIRMS > USUAL_FIRMS) {
      waitForAllFirms(page);
    }
    page.navigate(demo.url() + "/titles");
    Axe.check(page, "the city");
    page.locator("form[action='/titles/judge'] button").click();
    page.waitForURL("**/jobs/*");
    page.locator("a[href='/titles']:has-text('Result'), .tag.good")
        .first()
        .waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_SECONDS * 1000.0));
    page.navigate(demo.url() + "/titles/firms?rulebook=" + TECH + "&steps=1");
    assertThat(page.locator("main tbody tr").count()).isPositive();
    Axe.check(page, "who is near");
    page.navigate(demo.url() + "/titles/parts?of=" + TECH + "/" + TECH);
    assertThat(page.locator("section:has(#by-district) tbody tr").count()).isPositive();
    assertThat(page.locator("section:has(#by-industry) tbody tr").count()).isPositive();
    Axe.check(page, "by district and industry");
    page.locator("section:has(#by-district) tbody tr td:nth-of-type(3) a").first().click();
    page.waitForURL("**/titles/firms?**answer=not-met**");
    assertThat(page.locator("main tbody tr").count()).isPositive();
    page.navigate(demo.url() + "/titles/simulations");
    page.locator("#content").fill(draft());
    page.locator("#name").fill("50 points are enough");
    page.locator("form[action='/titles/simulations'] button").click();
    page.waitForURL("**/titles/simulations/*");
    for (int i = 0;
        i < PATIENCE_SECONDS * 2 && !page.locator("main").innerText().contains("judged by both");
        i++) {
      page.waitForTimeout(500);
      page.reload();
    }
    assertThat(page.locator("main").innerText()).contains("judged by both");
    assertThat(page.locator("#firms ~ .scroll tbody tr, section:has(#firms) tbody tr").count())
        .isPositive();
    assertThat(page.locator("section:has(#by-district) tbody").innerText()).contains("→");
    Axe.check(page, "what a draft would change");
    String simulation = page.url();
    visits.end();
    Page phone = visits.of("bureau-officer", new Look(360, "zh", ColorScheme.DARK));
    for (String address :
        List.of(demo.url() + "/titles", demo.url() + "/titles/parts", simulation)) {
      phone.navigate(address);
      assertThat(phone.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .as(address)
          .isEqualTo(true);
    }
    // Lists are read row by row: nothing stands to the side of the screen.
    for (String list : List.of("/titles/firms?steps=1", "/policies", "/digital")) {
      phone.navigate(demo.url() + list);
      assertThat(
              phone.evaluate(
                  "[...document.querySelectorAll('.scroll')].every(one => one.scrollWidth <="
                      + " one.clientWidth)"))
          .as(list)
          .isEqualTo(true);
      Axe.check(phone, list + " on a phone");
    }
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
