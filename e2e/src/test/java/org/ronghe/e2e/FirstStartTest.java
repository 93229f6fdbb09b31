package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.e2e.Visits.Look;

/// The first start of `./ronghe serve`, and the second.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FirstStartTest {
  private static final String PASSWORD = "lotus under the old bridge";

  private Chromium chromium;
  private Path data;

  @BeforeAll
  void start(@TempDir Path folder) {
    chromium = Chromium.start();
    data = RunningNode.freshData(folder);
  }

  @AfterAll
  void stop() throws IOException {
    if (chromium != null) {
      chromium.close();
      RunningNode.delete(data);
    }
  }

  @Test
  void aLinkThatIsGoodOnceMakesTheFirstAdministrator(@TempDir Path logs) throws Exception {
    try (RunningNode node = RunningNode.serve(logs, data)) {
      String link = node.findFirstLink().orElseThrow();
      var visits = new Visits(chromium, node);
      Page page = visits.stranger(Look.USUAL);
      page.navigate(node.url() + "/");
      assertThat(page.url()).as("nobody is let in before").contains("/sign-in");
      page.navigate(link);
      Axe.check(page, "first administrator");
      page.locator("#displayName").fill("Ada Li");
      page.locator("#name").fill("ada");
      page.locator("#password").fill("password1234");
      Visits.send(page);
      assertThat(page.locator("#password-note").innerText()).as("a bad password").isNotBlank();
      assertThat(page.locator("#displayName").inputValue()).isEqualTo("Ada Li");
      page.locator("#password").fill(PASSWORD);
      Visits.send(page);
      page.waitForURL(node.url() + "/");
      page.navigate(node.url() + "/accounts");
      assertThat(page.locator("main table").innerText()).contains("Ada Li");

      Page late = visits.stranger(Look.USUAL);
      assertThat(late.navigate(link).status()).as("the link again").isEqualTo(404);
      visits.forgive("400");
      visits.forgive("404");
      visits.end();
    }
    try (RunningNode node = RunningNode.serve(logs, data)) {
      assertThat(node.findFirstLink()).as("a second start needs no link").isEmpty();
      var visits = new Visits(chromium, node);
      Page page = visits.stranger(Look.USUAL);
      visits.signIn(page, "ada", PASSWORD);
      page.waitForURL(node.url() + "/");
      visits.end();
    }
  }
}
