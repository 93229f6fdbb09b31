package org.ronghe.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/// People who visit a node, each with a browser's profile of its own. What a browser complains of
/// is written down: errors in scripts, refused by the page's policy, requests to other servers.
final class Visits {
  private final Chromium chromium;
  private final RunningNode node;
  private final List<String> complaints = new ArrayList<>();
  private final List<BrowserContext> contexts = new ArrayList<>();

  Visits(Chromium chromium, RunningNode node) {
    this.chromium = chromium;
    this.node = node;
  }

  /// How somebody looks at it.
  ///
  /// @param width of the window in CSS pixels
  /// @param language `en` or `zh`
  record Look(int width, String language, ColorScheme colours) {
    static final Look USUAL = new Look(1280, "en", ColorScheme.LIGHT);
  }

  /// Somebody who has not signed in.
  Page stranger(Look look) {
    BrowserContext context =
        chromium
            .browser()
            .newContext(
                new NewContextOptions()
                    .setViewportSize(look.width(), 900)
                    .setColorScheme(look.colours())
                    .setLocale(look.language().equals("zh") ? "zh-CN" : "en-US"));
    contexts.add(context);
    context.onPage(this::listen);
    return context.newPage();
  }

  private void listen(Page page) {
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequest(request -> {
      if (!request.url().startsWith(node.url()) && !request.url().startsWith("data:")) {
        complaints.add("asked another server: " + request.url());
      }
    });
  }

  /// The demo's somebody of a role, signed in.
  Page of(String role, Look look) {
    Page page = stranger(look);
    signIn(page, "demo-" + role, node.password(role));
    assertThat(page.url()).isEqualTo(node.url() + "/");
    if (!page.locator("html").getAttribute("lang").startsWith(look.language())) {
      page.navigate(node.url() + "/choose/language/" + look.language() + "?to=/");
    }
    return page;
  }

  /// Types a name and a password.
  void signIn(Page page, String name, String password) {
    page.navigate(node.url() + "/sign-in");
    page.locator("#name").fill(name);
    page.locator("#password").fill(password);
    send(page);
  }

  /// Sends the page's first form that is not a search.
  static void send(Page page) {
    page.locator("main form:not([role=search]) button:not([type=button])").first().click();
    page.waitForLoadState();
  }

  /// Takes back what the browser said of answers that had to be refusals.
  void forgive(String status) {
    complaints.removeIf(said -> said.contains("status of " + status));
  }

  /// Ends all visits; fails if a browser complained.
  void end() {
    contexts.forEach(BrowserContext::close);
    contexts.clear();
    var said = List.copyOf(complaints);
    complaints.clear();
    assertThat(said).isEmpty();
  }
}
