package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;

final class SessionsTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestNode NODE = TestNode.start(DATABASE);
  private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void aSessionOutlivesTheNode() {
    NODE.person("steady");
    TestBrowser browser = NODE.browser().signIn("steady");
    String cookie = browser.findCookie("ronghe_session").orElseThrow();

    try (TestNode again = TestNode.start(DATABASE)) {
      var answer =
          again
              .browser()
              .send(
                  HttpRequest.newBuilder(again.at("/api/v1/account"))
                      .header("Cookie", "ronghe_session=" + cookie));

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("steady");
    }
  }

  @Test
  void signingOutEverywhereHoldsAtOnceAndEverywhere() {
    NODE.person("everywhere");
    TestBrowser here = NODE.browser().signIn("everywhere");
    TestBrowser there = NODE.browser().signIn("everywhere");

    assertThat(here.post("/account/sessions/end").statusCode()).isEqualTo(303);

    assertThat(here.get("/api/v1/account").statusCode()).isEqualTo(401);
    assertThat(there.get("/api/v1/account").statusCode()).isEqualTo(401);
  }

  @Test
  void oneSessionCanBeEndedFromAnother() {
    NODE.person("tidy");
    TestBrowser here = NODE.browser().signIn("tidy");
    TestBrowser there = NODE.browser().signIn("tidy");
    String page = here.get("/account").body();
    var handle = Pattern.compile("/account/sessions/([0-9a-f]{16})/end").matcher(page);
    assertThat(handle.find()).isTrue();

    assertThat(here.post("/account/sessions/" + handle.group(1) + "/end").statusCode())
        .isEqualTo(303);

    assertThat(there.get("/api/v1/account").statusCode()).isEqualTo(401);
    assertThat(here.get("/api/v1/account").statusCode()).isEqualTo(200);
    assertThat(NODE.browser().signIn("tidy").get("/account").body())
        .as("the id itself is told to nobody")
        .doesNotContain(there.findCookie("ronghe_session").orElseThrow());
  }

  @Test
  void nobodyEndsAnothersSession() {
    NODE.person("victim");
    TestBrowser victim = NODE.browser().signIn("victim");
    String sessionId =
        OWNER
            .sql(
                "SELECT session_id FROM session WHERE principal_name = (SELECT id::text FROM"
                    + " account WHERE name = 'victim')")
            .query(String.class)
            .single();
    NODE.person("meddler");
    TestBrowser meddler = NODE.browser().signIn("meddler");

    var answer = meddler.post("/account/sessions/" + SessionList.handle(sessionId) + "/end");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(victim.get("/api/v1/account").statusCode()).isEqualTo(200);
  }

  @Test
  void aRoleComesAndGoesWithTheNextRequest() {
    long id = NODE.person("changing");
    TestBrowser browser = NODE.browser().signIn("changing");
    assertThat(browser.get("/accounts").statusCode()).isEqualTo(403);

    long grant = NODE.grant(id, Role.AUDITOR, null);
    assertThat(browser.get("/accounts").statusCode()).isEqualTo(200);

    as(() -> NODE.part(Accounts.class).revoke(grant, "test"));
    assertThat(browser.get("/accounts").statusCode()).isEqualTo(403);
  }

  @Test
  void aDisabledAccountIsOutAtOnce() {
    long id = NODE.person("leaver");
    TestBrowser browser = NODE.browser().signIn("leaver");

    as(() -> NODE.part(Accounts.class).disable(id));

    assertThat(browser.get("/api/v1/account").statusCode()).isEqualTo(401);
  }

  @Test
  void aSessionEndsAfterHalfADayHoweverBusy() {
    NODE.person("busy");
    TestBrowser browser = NODE.browser().signIn("busy");
    assertThat(browser.get("/api/v1/account").statusCode()).isEqualTo(200);
    // The attribute is a serialised Long: its last eight bytes are the moment.
    OWNER
        .sql(
            """
            UPDATE session_attributes SET attribute_bytes =
              overlay(attribute_bytes PLACING int8send((extract(epoch FROM now()) * 1000)::bigint - 43201000)
                FROM length(attribute_bytes) - 7)
            WHERE attribute_name = 'since' AND session_primary_id IN (SELECT primary_id FROM session
              WHERE principal_name = (SELECT id::text FROM account WHERE name = 'busy'))
            """)
        .update();

    assertThat(browser.get("/api/v1/account").statusCode()).isEqualTo(401);
  }

  @Test
  void anUnusedSessionEnds() {
    NODE.person("idle");
    TestBrowser browser = NODE.browser().signIn("idle");
    OWNER
        .sql(
            """
            UPDATE session SET last_access_time = last_access_time - 8 * 3600 * 1000 - 1000
            WHERE principal_name = (SELECT id::text FROM account WHERE name = 'idle')
            """)
        .update();

    assertThat(browser.get("/api/v1/account").statusCode()).isEqualTo(401);
  }

  @Test
  void aNewPasswordTakesTheOldOneAndEndsTheOtherSessions() {
    NODE.person("renewed");
    TestBrowser here = NODE.browser().signIn("renewed");
    TestBrowser there = NODE.browser().signIn("renewed");
    String newOne = "seven bridges and a kite";

    assertThat(here.post("/account/password", "current", "wrong", "password", newOne).statusCode())
        .isEqualTo(400);
    assertThat(
            here.post("/account/password", "current", TestNode.PASSWORD, "password", "short")
                .statusCode())
        .isEqualTo(400);
    assertThat(
            here.post("/account/password", "current", TestNode.PASSWORD, "password", newOne)
                .statusCode())
        .isEqualTo(303);

    assertThat(here.get("/api/v1/account").statusCode()).isEqualTo(200);
    assertThat(there.get("/api/v1/account").statusCode()).isEqualTo(401);
    assertThat(
            NODE.browser()
                .post("/sign-in", "name", "renewed", "password", TestNode.PASSWORD)
                .statusCode())
        .isEqualTo(401);
    assertThat(NODE.browser().post("/sign-in", "name", "renewed", "password", newOne).statusCode())
        .isEqualTo(303);
  }

  private static void as(Runnable work) {
    Actors.runAs(Actor.system("test"), work);
  }
}
