package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.e2e.Visits.Look;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    RunningNode node = RunningNode.serve(logs, data, "--log-format", "json");
    try (node) {
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
      visits.signIn(late, "ada", "not " + PASSWORD);
      visits.signIn(late, "ada", PASSWORD);
      late.navigate(node.url() + "/accounts?q=Ada+Li");
      visits.forgive("401");
      visits.forgive("400");
      visits.forgive("404");
      visits.end();
    }
    theLogIsForMachinesAndHoldsNobody(node);
    try (RunningNode second = RunningNode.serve(logs, data)) {
      assertThat(second.findFirstLink()).as("a second start needs no link").isEmpty();
      var visits = new Visits(chromium, second);
      Page page = visits.stranger(Look.USUAL);
      visits.signIn(page, "ada", PASSWORD);
      page.waitForURL(second.url() + "/");
      visits.end();
    }
  }

  private static void theLogIsForMachinesAndHoldsNobody(RunningNode node) throws IOException {
    List<String> lines = node.log();
    assertThat(lines.getFirst()).as("said to whoever waits").startsWith("Starting the node");
    List<String> logged = lines.subList(1, lines.size());
    assertThat(logged).isNotEmpty();
    for (String line : logged) {
      JsonNode entry = JsonMapper.shared().readTree(line);
      assertThat(entry.propertyNames()).as(line).contains("@timestamp", "message");
    }
    assertThat(String.join("\n", logged).toLowerCase(Locale.ROOT))
        .doesNotContain("ada li")
        .doesNotContain("\"ada\"")
        .doesNotContain(PASSWORD);
  }
}
