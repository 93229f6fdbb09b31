package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Signing in at a certified OpenID Connect provider that runs beside the test.
final class OidcTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());
  private static final int MOST_STEPS = 20;

  @TempDir static Path folder;
  private static TestNode node;
  private static OidcProvider provider;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    OidcProvider.assumeThere();
    int port = OidcProvider.freePort();
    Path secret = Files.writeString(folder.resolve("secret"), "a secret of this test alone");
    node =
        TestNode.startWith(
            DATABASE,
            Map.of(
                "data",
                folder.toString(),
                "oidc.issuer",
                "http://127.0.0.1:" + port,
                "oidc.client-id",
                "ronghe",
                "oidc.client-secret-file",
                secret.toString(),
                "oidc.name",
                "City ID"));
    provider = OidcProvider.start(port, node.at(ProviderSignIn.RETURN));
  }

  @AfterAll
  static void stop() {
    if (provider != null) {
      provider.close();
    }
    if (node != null) {
      node.close();
    }
  }

  @Test
  void aVerifiedEmailFindsTheAccountAndLinksIt() throws IOException, InterruptedException {
    long id = account("wang.fang", "Wang@Example.org");
    assertThat(node.browser().get("/sign-in").body()).contains("City ID");

    TestBrowser browser = node.browser();
    String landed = signIn(browser, "wang", "/account");
    assertThat(landed).contains("/choose/language/").contains("account");
    assertThat(browser.get("/api/v1/account").body()).contains("wang.fang");

    // Somebody else with the same e-mail, which the provider has not verified, is somebody else.
    TestBrowser impostor = node.browser();
    signIn(impostor, "impostor", "/");
    assertThat(impostor.get("/api/v1/account").statusCode()).isEqualTo(200);
    assertThat(impostor.get("/api/v1/account").body()).doesNotContain("wang.fang");

    // Linked, the e-mail counts no more.
    OWNER.sql("UPDATE account SET email = NULL WHERE id = ?").param(id).update();
    TestBrowser again = node.browser();
    signIn(again, "wang", "/");
    assertThat(again.get("/api/v1/account").body()).contains("wang.fang");
  }

  @Test
  void anUnknownPersonWaitsForRights() throws IOException, InterruptedException {
    TestBrowser browser = node.browser();
    signIn(browser, "stranger", "/");

    var me = browser.get("/api/v1/account");
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body()).contains("A Stranger").contains("\"roles\":{}");
    assertThat(browser.get("/account").body()).contains("You have no rights here yet");
    assertThat(browser.get("/accounts").statusCode()).isEqualTo(403);
  }

  @Test
  void aStateThatIsNotTheBrowsersOwnOpensNothing() throws IOException, InterruptedException {
    provider.be("stranger");
    TestBrowser browser = node.browser();
    URI callback = untilCallback(browser, "/sign-in/provider");

    String tampered = callback.toString().replaceFirst("state=[^&]{4}", "state=AAAA");
    assertThat(location(browser.send(HttpRequest.newBuilder(URI.create(tampered)))))
        .endsWith("/sign-in?problem=provider");
    assertThat(browser.get("/api/v1/account").statusCode()).isEqualTo(401);
    assertThat(browser.get("/sign-in?problem=provider").body()).contains("did not work");

    // Nor does an answer meant for somebody else's browser.
    TestBrowser victim = node.browser();
    victim.get("/sign-in");
    assertThat(location(victim.send(HttpRequest.newBuilder(callback))))
        .endsWith("/sign-in?problem=provider");
    assertThat(victim.get("/api/v1/account").statusCode()).isEqualTo(401);
  }

  @Test
  void theOwnSecondFactorIsAskedForUnlessTheProviderHasSeenOne()
      throws IOException, InterruptedException {
    OWNER.sql("DELETE FROM account_identity WHERE subject = 'elsewhere'").update();
    long one = account("linked.stranger", "elsewhere-not@example.org");
    OWNER
        .sql("INSERT INTO account_identity (account, issuer, subject) VALUES (?, ?, 'elsewhere')")
        .params(one, provider.issuer())
        .update();
    long two = account("linked.careful", "careful@example.org");
    for (long account : new long[] {one, two}) {
      OWNER
          .sql("INSERT INTO totp (account, secret, confirmed_at) VALUES (?, '\\x00', now())")
          .param(account)
          .update();
    }

    TestBrowser asked = node.browser();
    assertThat(signIn(asked, "elsewhere", "/")).endsWith("/sign-in/second-factor");
    assertThat(asked.get("/api/v1/account").statusCode()).isEqualTo(401);

    TestBrowser notAsked = node.browser();
    signIn(notAsked, "careful", "/");
    assertThat(notAsked.get("/api/v1/account").body()).contains("linked.careful");
  }

  @Test
  void somebodySignedInLinksAPersonWithAnotherEmail() throws IOException, InterruptedException {
    OWNER.sql("DELETE FROM account_identity WHERE subject = 'elsewhere'").update();
    node.person("local");
    TestBrowser browser = node.browser().signIn("local");
    provider.be("elsewhere");

    assertThat(location(browser.post("/account/provider"))).endsWith("/sign-in/provider");
    URI callback = untilCallback(browser, "/sign-in/provider");
    assertThat(location(browser.send(HttpRequest.newBuilder(callback)))).contains("/account?done");

    TestBrowser again = node.browser();
    signIn(again, "elsewhere", "/");
    assertThat(again.get("/api/v1/account").body()).contains("local");
  }

  @Test
  void theNodeStartsAndSaysSoWhereTheProviderDoesNotAnswer() throws IOException {
    String issuer = "http://127.0.0.1:" + OidcProvider.freePort();
    try (TestNode alone =
        TestNode.startWith(
            DATABASE,
            Map.of(
                "oidc.issuer",
                issuer,
                "oidc.client-id",
                "ronghe",
                "oidc.client-secret-file",
                folder.resolve("secret").toString()))) {
      assertThat(location(alone.browser().get("/sign-in/provider")))
          .endsWith("/sign-in?problem=provider");
    }
  }

  /// Goes to the provider as somebody and back.
  ///
  /// @return where the node then leads
  private static String signIn(TestBrowser browser, String person, String next)
      throws IOException, InterruptedException {
    provider.be(person);
    URI callback =
        untilCallback(
            browser,
            "/sign-in/provider?next="
                + java.net.URLEncoder.encode(next, java.nio.charset.StandardCharsets.UTF_8));
    return location(browser.send(HttpRequest.newBuilder(callback)));
  }

  /// Follows redirects up to the one back to the node.
  private static URI untilCallback(TestBrowser browser, String path) {
    URI at = node.at(path);
    for (int i = 0; i < MOST_STEPS; i++) {
      var answer = browser.send(HttpRequest.newBuilder(at));
      at = at.resolve(location(answer));
      if (at.toString().startsWith(node.at(ProviderSignIn.RETURN).toString())) {
        return at;
      }
    }
    throw new AssertionError("no way back from " + at);
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() ->
            new AssertionError(
                answer.uri() + " leads nowhere: " + answer.statusCode() + answer.body()));
  }

  private static long account(String name, String email) {
    return Actors.getAs(
        Actor.system("test"),
        () ->
            node.part(Accounts.class).create(new NewAccount(name, email, name, Language.ENGLISH)));
  }
}
