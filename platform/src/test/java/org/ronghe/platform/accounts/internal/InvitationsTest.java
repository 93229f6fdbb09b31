package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.FirstAdministrator;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A node's beginning: its first administrator, and whom they let in.
@TestMethodOrder(OrderAnnotation.class)
final class InvitationsTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestNode NODE = TestNode.start(DATABASE);
  private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  @Order(1)
  void aNewNodeAsksForItsFirstAdministratorThroughALinkThatOpensOnce() {
    String before = link();
    String link = link();
    TestBrowser browser = NODE.browser();

    assertThat(browser.get(before).statusCode()).as("an older link").isEqualTo(404);
    assertThat(browser.get(link).statusCode()).isEqualTo(200);
    assertThat(accept(browser, link, "admin", "short").statusCode()).isEqualTo(400);
    assertThat(accept(browser, link, "admin", TestNode.PASSWORD).statusCode()).isEqualTo(303);

    assertThat(browser.get("/accounts").statusCode()).isEqualTo(200);
    assertThat(NODE.browser().get(link).statusCode()).as("used").isEqualTo(404);
    assertThat(NODE.part(FirstAdministrator.class).linkIfNeeded()).isEmpty();
    NODE.browser().signIn("admin");
  }

  @Test
  @Order(2)
  void anAdministratorInvitesAndGivesARole() {
    TestBrowser admin = NODE.browser().signIn("admin");
    var made =
        admin.post(
            "/accounts",
            "name",
            "zhao.min@example.org",
            "email",
            "Zhao.Min@example.org",
            "displayName",
            "赵敏",
            "language",
            "zh");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
    String link = shown(made.body());
    long id = idOf("zhao.min@example.org");

    assertThat(
            admin
                .post("/accounts/" + id + "/grants", "role", "registrar", "reason", "hired")
                .statusCode())
        .as("without an organisation")
        .isEqualTo(400);
    assertThat(
            admin
                .post("/accounts/" + id + "/grants", "role", "auditor", "reason", "yearly audit")
                .statusCode())
        .isEqualTo(303);

    TestBrowser zhao = NODE.browser();
    assertThat(zhao.post(link, "password", "短").statusCode()).isEqualTo(400);
    assertThat(zhao.post(link, "password", "静夜思床前明月光疑是地上霜").statusCode()).isEqualTo(303);
    assertThat(zhao.get("/accounts").statusCode()).isEqualTo(200);
    assertThat(zhao.get("/accounts/invite").statusCode()).isEqualTo(403);
    assertThat(NODE.browser().post(link, "password", TestNode.PASSWORD).statusCode())
        .isEqualTo(404);
  }

  @Test
  @Order(3)
  void aLinkForAForgottenPasswordEndsAllSessions() {
    long id = NODE.person("forgot");
    TestBrowser old = NODE.browser().signIn("forgot");
    TestBrowser admin = NODE.browser().signIn("admin");
    String link = shown(admin.post("/accounts/" + id + "/link").body());

    assertThat(NODE.browser().post(link, "password", "seven bridges and a kite").statusCode())
        .isEqualTo(303);

    assertThat(old.get("/api/v1/account").statusCode()).isEqualTo(401);
  }

  @Test
  @Order(4)
  void anOldLinkOpensNothing() {
    long id = NODE.person("late");
    TestBrowser admin = NODE.browser().signIn("admin");
    String link = shown(admin.post("/accounts/" + id + "/link").body());
    OWNER.sql("UPDATE invitation SET expires_at = now() WHERE account = ?").param(id).update();

    assertThat(NODE.browser().get(link).statusCode()).isEqualTo(404);
    assertThat(NODE.browser().post(link, "password", TestNode.PASSWORD).statusCode())
        .isEqualTo(404);
  }

  @Test
  @Order(5)
  void theLastAdministratorStays() {
    TestBrowser admin = NODE.browser().signIn("admin");
    long id = idOf("admin");
    long grant =
        OWNER
            .sql("SELECT id FROM role_grant WHERE account = ? AND role = 'administrator'")
            .param(id)
            .query(Long.class)
            .single();

    assertThat(
            admin
                .post("/accounts/" + id + "/grants/" + grant + "/revoke", "reason", "x")
                .statusCode())
        .isEqualTo(409);
    assertThat(admin.post("/accounts/" + id + "/disable").statusCode()).isEqualTo(409);

    long second = NODE.person("second");
    NODE.grant(second, Role.ADMINISTRATOR, null);
    assertThat(
            admin
                .post("/accounts/" + id + "/grants/" + grant + "/revoke", "reason", "x")
                .statusCode())
        .isEqualTo(303);
    assertThat(admin.get("/accounts").statusCode()).isEqualTo(403);
  }

  private static String link() {
    return NODE.part(FirstAdministrator.class).linkIfNeeded().orElseThrow();
  }

  private static java.net.http.HttpResponse<String> accept(
      TestBrowser browser, String link, String name, String password) {
    return browser.post(
        link, "name", name, "displayName", "The administrator", "password", password);
  }

  private static String shown(String page) {
    var matcher =
        Pattern.compile("data-testid=\"link\">http://[^/<]+(/invitation/[^<]+)<").matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return matcher.group(1);
  }

  private static long idOf(String name) {
    return OWNER
        .sql("SELECT id FROM account WHERE name = ?")
        .param(name)
        .query(Long.class)
        .single();
  }
}
