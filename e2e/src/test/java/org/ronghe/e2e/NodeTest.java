package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.e2e.Visits.Look;

/// What people do at the node of `./ronghe demo`, in a real browser.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NodeTest {
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
  void aWrongPasswordTenTimesShutsTheDoorForTheRightOne() {
    Page page = visits.stranger(Look.USUAL);
    for (int i = 0; i < 10; i++) {
      visits.signIn(page, "demo-broker", "not the password " + i);
      assertThat(page.locator("[role=alert]").count()).isPositive();
    }
    visits.signIn(page, "demo-broker", demo.password("broker"));
    assertThat(page.url()).contains("/sign-in");
    visits.forgive("401");
    visits.forgive("429");
  }

  @Test
  void anOfficerCorrectsAFactAndStillSeesWhatWasKnownBefore() {
    Page page = visits.of("bureau-officer", Look.USUAL);
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
  void anOfficerLooksAtWhatWasSoALastMonth() {
    Page page = visits.of("bureau-officer", Look.USUAL);
    page.navigate(demo.url() + "/organisations?filter=kind:university");
    page.locator("tbody th a").first().click();
    page.waitForURL("**/organisations/*");
    String organisation = page.url();
    page.locator("main a[href$='/rename']").first().click();
    page.locator("#name_en").fill("Jiangcheng University of Light (invented)");
    page.locator("#from").fill("2026-01-01");
    page.locator("#reason").fill("Renamed by the city");
    Visits.send(page);
    page.navigate(organisation);
    assertThat(page.locator("main").innerText()).contains("University of Light");
    page.navigate(organisation + "?day=2025-12-31");
    String before = page.locator("main table").first().innerText();
    assertThat(before).contains("Jiangcheng University").doesNotContain("University of Light");
  }

  @Test
  void twoTabsEditTheSameRecordAndNothingIsLost() {
    Page first = visits.of("bureau-officer", Look.USUAL);
    first.navigate(demo.url() + "/organisations?filter=kind:university");
    String edit =
        first.locator("tbody th a").nth(1).getAttribute("href").replaceFirst("\\?.*", "") + "/edit";
    Page second = first.context().newPage();
    first.navigate(demo.url() + edit);
    second.navigate(demo.url() + edit);
    first.locator("#homepage").fill("https://first.example.org");
    first.locator("main form.card button[type=submit]").click();
    first.waitForURL(url -> !url.endsWith("/edit"));
    second.locator("#homepage").fill("https://second.example.org");
    Response late =
        second.waitForResponse(
            answer -> answer.request().method().equals("POST"),
            () -> second.locator("main form.card button[type=submit]").click());
    second.waitForLoadState();
    assertThat(late.status()).isEqualTo(412);
    assertThat(second.locator("[role=alert]").innerText()).isNotBlank();
    assertThat(second.locator("#homepage").inputValue()).isEqualTo("https://second.example.org");
    assertThat(second.locator("main table td").allInnerTexts())
        .containsExactly("https://second.example.org", "https://first.example.org");
    second.locator("main form.card button[type=submit]").click();
    second.waitForURL(url -> !url.endsWith("/edit"));
    first.reload();
    assertThat(first.locator("main").innerHTML())
        .contains("https://second.example.org")
        .doesNotContain("https://first.example.org");
    visits.forgive("412");
  }

  @Test
  void theLanguageSwitchStaysOnThePage() {
    Page page = visits.of("bureau-officer", Look.USUAL);
    page.navigate(demo.url() + "/organisations?q=大学");
    page.locator("a[href^='/choose/language/zh']").first().click();
    page.waitForLoadState();
    assertThat(page.locator("html").getAttribute("lang")).startsWith("zh");
    assertThat(page.url()).contains("/organisations?q=");
  }

  @Test
  void theSearchBoxIsUsedByKeyboardAlone() {
    Page page = visits.of("bureau-officer", Look.USUAL);
    page.keyboard().press("/");
    page.keyboard().type("江城第2大学");
    page.locator("#search-options [role=option]").first().waitFor();
    Locator box = page.locator("#search");
    assertThat(box.getAttribute("aria-expanded")).isEqualTo("true");
    Axe.check(page, "the open search box");
    page.keyboard().press("ArrowDown");
    String chosen = box.getAttribute("aria-activedescendant");
    Locator option = page.locator("[id='" + chosen + "']");
    assertThat(option.getAttribute("aria-selected")).isEqualTo("true");
    assertThat(page.evaluate("document.activeElement.id")).isEqualTo("search");
    page.keyboard().press("Escape");
    assertThat(box.getAttribute("aria-expanded")).isEqualTo("false");
    assertThat(page.locator("#search-options").count()).isZero();
    page.keyboard().type(" ");
    page.locator("#search-options [role=option]").first().waitFor();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    page.waitForURL("**/organisations/*");
    assertThat(page.locator("h1").innerText()).contains("Jiangcheng University 2");
  }

  @Test
  void anAdministratorGivesARoleInAnOrganisationFoundByName() {
    Page page = visits.of("administrator", Look.USUAL);
    page.navigate(demo.url() + "/accounts?q=demo-investor");
    page.locator("main tbody th a").first().click();
    page.waitForURL("**/accounts/*");
    page.locator("#role").selectOption("reviewer");
    page.locator("#organisation").pressSequentially("江城第3大学");
    Locator choice = page.locator("#organisation-choices option").first();
    choice.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    String value = choice.getAttribute("value");
    assertThat(value).matches("Jiangcheng University 3 \\(invented\\) \\([0-9]+\\)");
    page.locator("#organisation").fill("no such organisation");
    page.locator("#reason").fill("Expert panel");
    page.locator("form[action$='/grants'] button").click();
    page.waitForLoadState();
    assertThat(page.locator("#organisation-note").innerText()).contains("no such organisation");
    page.locator("#organisation").fill(value);
    page.locator("form[action$='/grants'] button").click();
    page.waitForURL(url -> !url.endsWith("/grants"));
    assertThat(page.locator("main table").innerText()).contains("Jiangcheng University 3");
    visits.forgive("400");
  }

  @Test
  void aSecondFactorIsSetUpAndAskedForAndARecoveryCodeIsGoodOnce() {
    Page owner = visits.of("reviewer", Look.USUAL);
    owner.navigate(demo.url() + "/account/second-factor");
    String secret = owner.locator("[data-testid=secret]").innerText();
    long step = OneTimeCode.step();
    owner.locator("#code").fill(OneTimeCode.of(secret, step));
    Visits.send(owner);
    String recovery = owner.locator("[data-testid=recovery-codes] li").first().innerText();

    Page phone = visits.stranger(new Look(390, "zh", Look.USUAL.colours()));
    visits.signIn(phone, "demo-reviewer", demo.password("reviewer"));
    phone.waitForURL("**/sign-in/second-factor");
    phone.navigate(demo.url() + "/organisations");
    assertThat(phone.url()).contains("/sign-in");
    visits.signIn(phone, "demo-reviewer", demo.password("reviewer"));
    phone.locator("#code").fill("000000");
    Visits.send(phone);
    assertThat(phone.locator("[role=alert]").count()).isPositive();
    // The code of the step that set it up is used; the one after holds already.
    phone.locator("#code").fill(OneTimeCode.of(secret, step + 1));
    Visits.send(phone);
    phone.waitForURL(demo.url() + "/");

    assertThat(enterWith(recovery).url()).isEqualTo(demo.url() + "/");
    assertThat(enterWith(recovery).url()).contains("/sign-in/second-factor");
    visits.forgive("401");
  }

  private Page enterWith(String recovery) {
    Page page = visits.stranger(Look.USUAL);
    visits.signIn(page, "demo-reviewer", demo.password("reviewer"));
    page.locator("#code").fill(recovery);
    Visits.send(page);
    return page;
  }
}
