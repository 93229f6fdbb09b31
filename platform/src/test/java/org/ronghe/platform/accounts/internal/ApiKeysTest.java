package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

final class ApiKeysTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestNode NODE = TestNode.start(DATABASE);
  private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void aKeyOpensTheApiInItsOwnersName() {
    NODE.person("maker");
    String key = make(NODE.browser().signIn("maker"), "read");

    var answer = with(key, "GET", "/api/v1/account");

    assertThat(key).matches("rh_[a-z0-9]{8}_[A-Za-z0-9_-]{43}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("maker").contains("\"mayWrite\":false");
    assertThat(
            OWNER
                .sql(
                    "SELECT count(*) FROM api_key_use u JOIN api_key k ON k.id = u.api_key WHERE"
                        + " k.prefix = ?")
                .param(key.substring(0, 11))
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void ofTheKeyItselfNothingIsKept() {
    NODE.person("secretive");
    TestBrowser browser = NODE.browser().signIn("secretive");
    String key = make(browser, "read");

    assertThat(browser.get("/account").body()).contains(key.substring(0, 11)).doesNotContain(key);
    assertThat(
            OWNER
                .sql("SELECT count(*) FROM api_key k WHERE k::text LIKE '%' || ? || '%'")
                .param(key.substring(12))
                .query(Long.class)
                .single())
        .isZero();
    assertThat(
            OWNER
                .sql(
                    "SELECT count(*) FROM audit_entry WHERE subject = 'api_key' AND after ->>"
                        + " 'hash' <> '•'")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void aReadingKeyChangesNothing() {
    long id = NODE.person("reader");
    NODE.grant(id, Role.ADMINISTRATOR, null);
    TestBrowser browser = NODE.browser().signIn("reader");
    String reading = make(browser, "read");
    String writing = make(browser, "write");
    String someone = "/api/v1/accounts/" + NODE.person("someone") + "/disable";

    assertThat(with(reading, "GET", "/api/v1/accounts").statusCode()).isEqualTo(200);
    assertThat(with(reading, "POST", someone).statusCode()).isEqualTo(403);
    assertThat(with(writing, "POST", someone).statusCode()).isEqualTo(204);
  }

  @Test
  void aKeyMakesNoOtherKey() {
    NODE.person("parent");
    String key = make(NODE.browser().signIn("parent"), "write");

    var answer =
        NODE.browser()
            .send(
                HttpRequest.newBuilder(NODE.at("/api/v1/account/keys"))
                    .header("Authorization", "Bearer " + key)
                    .header("Content-Type", "application/json")
                    .POST(
                        BodyPublishers.ofString(
                            "{\"name\":\"child\",\"scope\":\"write\",\"days\":5}")));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void revokedAndExpiredKeysOpenNothing() {
    NODE.person("former");
    TestBrowser browser = NODE.browser().signIn("former");
    String revoked = make(browser, "read");
    String expired = make(browser, "read");
    long id =
        OWNER
            .sql("SELECT id FROM api_key WHERE prefix = ?")
            .param(revoked.substring(0, 11))
            .query(Long.class)
            .single();

    assertThat(browser.post("/account/keys/" + id + "/revoke").statusCode()).isEqualTo(303);
    OWNER
        .sql("UPDATE api_key SET expires_at = now() WHERE prefix = ?")
        .param(expired.substring(0, 11))
        .update();

    assertThat(with(revoked, "GET", "/api/v1/account").statusCode()).isEqualTo(401);
    assertThat(with(expired, "GET", "/api/v1/account").statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyRevokesAnothersKey() {
    NODE.person("holder");
    String key = make(NODE.browser().signIn("holder"), "read");
    long id =
        OWNER
            .sql("SELECT id FROM api_key WHERE prefix = ?")
            .param(key.substring(0, 11))
            .query(Long.class)
            .single();
    NODE.person("envious");

    var answer = NODE.browser().signIn("envious").post("/account/keys/" + id + "/revoke");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(with(key, "GET", "/api/v1/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongKeyIsNoVisitorEvenWhereEverybodyMayLook() {
    assertThat(with("rh_aaaaaaaa_wrong", "GET", "/api/v1/account").statusCode()).isEqualTo(401);
    assertThat(with("rh_aaaaaaaa_wrong", "GET", "/api/v1/openapi.json").statusCode())
        .isEqualTo(401);
  }

  @Test
  void aKeyOpensNoPageAndSparesNoFormItsToken() {
    NODE.person("crafty");
    TestBrowser browser = NODE.browser().signIn("crafty");
    String key = make(browser, "write");

    assertThat(with(key, "GET", "/account").statusCode()).isEqualTo(302);
    var forged =
        browser.send(
            HttpRequest.newBuilder(NODE.at("/account/sessions/end"))
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.noBody()));
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aSessionNeedsATokenForTheApiToo() {
    NODE.person("browsing");
    TestBrowser browser = NODE.browser().signIn("browsing");
    var request =
        HttpRequest.newBuilder(NODE.at("/api/v1/account/sessions"))
            .header("Accept", "application/json")
            .DELETE();

    assertThat(browser.send(request).statusCode()).isEqualTo(403);
    assertThat(browser.send(request.header("X-XSRF-TOKEN", browser.token())).statusCode())
        .isEqualTo(204);
  }

  private static String make(TestBrowser browser, String scope) {
    String page =
        browser.post("/account/keys", "name", "test", "scope", scope, "days", "30").body();
    var matcher = Pattern.compile("data-testid=\"key\">([^<]+)<").matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return matcher.group(1);
  }

  private static HttpResponse<String> with(String key, String method, String path) {
    return NODE.browser()
        .send(
            HttpRequest.newBuilder(NODE.at(path))
                .header("Authorization", "Bearer " + key)
                .method(method, BodyPublishers.noBody()));
  }
}
