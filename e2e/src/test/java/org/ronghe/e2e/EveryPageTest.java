package org.ronghe.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ronghe.e2e.Visits.Look;

/// Walks along the links from each role's home and looks at one page of every kind there is: in
/// both languages, at the width of a desk and of a phone, in light and in dark.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
  /// What no link leads to.
  private static final List<String> BEGINNINGS =
      List.of("/", "/search?q=大学", "/search?q=nothing+like+this", "/no-such-page");

  /// What a role must have met on its way, so that a walk cannot end early in silence. An address's
  /// numbers are N.
  private static final Map<String, List<String>> KINDS =
      Map.of(
          "bureau-officer",
          List.of(
              "/account",
              "/account/second-factor",
              "/help",
              "/help/bureau-officer",
              "/about",
              "/api",
              "/jobs",
              "/jobs/N",
              "/merges",
              "/merges/N",
              "/merges/new",
              "/organisations",
              "/organisations/N",
              "/organisations/N/edit",
              "/organisations/N/rename",
              "/organisations/N/identifiers",
              "/organisations/N/facts/enter",
              "/organisations/N/facts/N/change",
              "/organisations/N/facts/N/correct",
              "/organisations/N/facts/N/retract",
              "/organisations/N/history/…",
              "/organisations/new",
              "/people",
              "/people/N",
              "/people/N/edit",
              "/people/N/facts/enter",
              "/people/N/history/…",
              "/people/N/identifiers",
              "/people/new",
              "/rankings",
              "/rankings/import",
              "/rankings/N",
              "/rankings/N/clusters/N",
              "/rankings/N/collaboration",
              "/rankings/N/method",
              "/rankings/N/quality",
              "/search",
              "/works",
              "/works/N",
              "/works/N/edit",
              "/works/N/facts/enter",
              "/works/N/history/…",
              "/works/N/identifiers",
              "/works/new",
              "/titles",
              "/titles/firms",
              "/titles/simulations",
              "/achievements",
              "/achievements/N",
              "/pools",
              "/plans",
              "/plans/N",
              "/imports",
              "/match",
              "/match/learned",
              "/policies",
              "/organisations/N/titles",
              "/organisations/N/policies"),
          "auditor",
          List.of("/accounts", "/accounts/N", "/audit", "/audit/N", "/organisations/N"),
          "administrator",
          List.of("/accounts", "/accounts/N", "/accounts/invite", "/audit", "/settings"),
          "enterprise",
          List.of(
              "/organisations/N/edit",
              "/organisations/N/facts/enter",
              "/organisations/N/titles",
              "/organisations/N/policies"));

  private static final int PHONE = 390;

  /// What a list does wrong on a phone, where rows are read one by one: it sticks out to the side,
  /// or squeezes what a row is about into a column of a few signs. Tables of figures may be moved.
  private static final String CRAMPED =
      """
      [...document.querySelectorAll('.scroll')]
        .filter(one => one.scrollWidth > one.clientWidth
          && !one.querySelector('.counts, .figures, .funnel, .sheet, .paper'))
        .map(one => 'sticks out: ' + one.innerText.slice(0, 60))
        .concat([...document.querySelectorAll('.stacked tbody th')]
          .filter(one => one.offsetWidth > 0 && one.offsetWidth < innerWidth / 2)
          .map(one => 'cramped: ' + one.innerText))\
      """;

  private Chromium chromium;
  private RunningNode demo;
  private Visits visits;

  @BeforeAll
  void startTheDemo(@TempDir Path folder) throws Exception {
    chromium = Chromium.start();
    demo = RunningNode.demo(folder);
    visits = new Visits(chromium, demo);
    Page page = visits.of("bureau-officer", Look.USUAL);
    page.navigate(demo.url() + "/merges/new");
    page.locator("#merged").fill("江城第2大学（虚构）");
    page.locator("#survivor").fill("江城第3大学（虚构）");
    page.locator("#reason").fill("One of two campuses");
    Visits.send(page);
    page.waitForURL("**/merges/*");
    page.navigate(demo.url() + "/rankings/import");
    page.locator("form[action='/rankings/demo'] button").click();
    page.waitForURL("**/jobs/*");
    visits.end();
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
    visits.forgive("404"); // the page that is not there
    visits.end();
  }

  @ParameterizedTest
  @CsvSource({
    "auditor, 1280, zh, LIGHT",
    "auditor, 390, en, DARK",
    "administrator, 1280, en, DARK",
    "administrator, 390, zh, LIGHT",
    "bureau-officer, 390, zh, LIGHT",
    "enterprise, 390, zh, LIGHT",
    "data-user, 1280, en, LIGHT"
  })
  void everyKindOfPageIsReadableAndAccessible(
      String role, int width, String language, ColorScheme colours) {
    walk(role, width, language, colours);
  }

  /// The other ways of looking, and the longest walks, through everything that can be entered:
  /// `-Dronghe.walks=true`.
  @ParameterizedTest
  @EnabledIfSystemProperty(named = "ronghe.walks", matches = "true")
  @CsvSource({
    "administrator, 1280, zh, LIGHT",
    "administrator, 390, en, DARK",
    "bureau-officer, 1280, en, LIGHT",
    "bureau-officer, 1280, zh, DARK",
    "bureau-officer, 390, en, DARK"
  })
  void everyPageForEnteringIsReadableAndAccessible(
      String role, int width, String language, ColorScheme colours) {
    walk(role, width, language, colours);
  }

  private void walk(String role, int width, String language, ColorScheme colours) {
    Page page = visits.of(role, new Look(width, language, colours));
    var waiting = new ArrayDeque<>(BEGINNINGS);
    var seen = new LinkedHashSet<String>();
    var soft = new SoftAssertions();
    while (!waiting.isEmpty()) {
      String path = waiting.remove();
      Response response = page.navigate(demo.url() + path);
      int expected = path.equals("/no-such-page") ? 404 : 200;
      soft.assertThat(response.status()).as(path).isEqualTo(expected);
      if (response.status() != expected) {
        visits.forgive(String.valueOf(response.status())); // said above
        continue;
      }
      look(page, path, new Look(width, language, colours), soft);
      for (String link : links(page)) {
        if (seen.add(kind(link))) {
          waiting.add(link);
        }
      }
    }
    soft.assertThat(seen).containsAll(KINDS.getOrDefault(role, List.of("/")));
    soft.assertAll();
  }

  @ParameterizedTest
  @CsvSource({"390, en, LIGHT", "390, zh, DARK", "1280, zh, LIGHT", "1280, en, DARK"})
  void whatStrangersSeeIsReadableAndAccessible(int width, String language, ColorScheme colours) {
    var look = new Look(width, language, colours);
    Page page = visits.stranger(look);
    var soft = new SoftAssertions();
    for (String path : List.of("/sign-in", "/about", "/help", "/invitation/long-gone")) {
      page.navigate(demo.url() + path);
      look(page, path, look, soft);
    }
    soft.assertAll();
  }

  private static void look(Page page, String path, Look look, SoftAssertions soft) {
    String name = path + " " + look;
    soft.assertThat(page.locator("html").getAttribute("lang")).as(name).startsWith(look.language());
    soft.assertThat(page.locator("h1").count()).as(name).isEqualTo(1);
    soft.assertThat(page.locator("body").innerText())
        .as(name)
        .doesNotContainPattern("\\[[a-z]+\\.");
    soft.assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
        .as("nothing sticks out sideways of %s", name)
        .isEqualTo(true);
    if (look.width() == PHONE) {
      soft.assertThat((List<?>) page.evaluate(CRAMPED)).as(name).isEmpty();
    }
    soft.assertThat(Axe.violations(page)).as(name).isEmpty();
    keepPicture(page, path, look); // the last thing: colours fade when paper becomes a screen again
  }

  /// For looking at every page by eye, on screen and on paper: `-Dronghe.pictures=FOLDER`.
  private static void keepPicture(Page page, String path, Look look) {
    String folder = System.getProperty("ronghe.pictures", "");
    if (folder.isEmpty()) {
      return;
    }
    String name =
        kind(path).substring(1).replaceAll("[^\\p{L}\\p{N}]+", "-")
            + "-%s-%d-".formatted(look.language(), look.width());
    for (Media media : Media.values()) {
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(media));
      Path file = Path.of(folder).resolve(name + media.name().toLowerCase(Locale.ROOT) + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  /// Where the page leads, but for files and for choices that lead back.
  @SuppressWarnings("unchecked") // the script answers with a list of texts
  private static Set<String> links(Page page) {
    var found =
        (List<String>)
            page.evaluate(
                """
                [...document.querySelectorAll('a[href]:not([download])')]
                  .filter(a => a.origin === location.origin)
                  .map(a => a.pathname + a.search)\
                """);
    var links = new LinkedHashSet<String>();
    for (String link : found) {
      if (!link.matches(
              "(/choose/|/evidence/|/assets/|/api/v1/|/settings/map/|/imports/template/).*")
          && !link.matches("[^?]*/export.*")) {
        links.add(link);
      }
    }
    return links;
  }

  /// An address without what differs between pages of a kind.
  private static String kind(String link) {
    return link.replaceFirst("\\?.*", "")
        .replaceAll("/[0-9]+", "/N")
        .replaceFirst("/history/.*", "/history/…")
        .replaceFirst("(/organisations/N/titles|/policies)/.*", "$1/…");
  }
}
