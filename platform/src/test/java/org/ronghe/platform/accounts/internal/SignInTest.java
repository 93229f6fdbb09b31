package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.Accounts;
import org.springframework.jdbc.core.simple.JdbcClient;

final class SignInTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestNode NODE = TestNode.start(DATABASE);
  private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());

  @AfterAll
  static void stop() {
    NODE.close();
  }

  @Test
  void signsInWithNameAndPasswordAndGoesOn() {
    long id = NODE.person("wang.fang");
    var browser = NODE.browser();

    var answer =
        browser.post(
            "/sign-in",
            "name",
            "Wang.Fang ",
            "password",
            TestNode.PASSWORD,
            "next",
            "/account?tab=keys");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location"))
        .hasValue("/choose/language/en?to=%2Faccount%3Ftab%3Dkeys");
    assertThat(browser.findCookie("ronghe_session")).isPresent();
    assertThat(events("sign-in", id)).isEqualTo(1);
  }

  @Test
  void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
    NODE.person("cookie");

    var answer = NODE.browser().post("/sign-in", "name", "cookie", "password", TestNode.PASSWORD);

    assertThat(answer.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("ronghe_session="))
        .isNotEmpty()
        .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Lax"));
  }

  @Test
  void goesNowhereElse() {
    NODE.person("elsewhere");
    for (String next :
        new String[] {"//evil.example/", "https://evil.example/", "/\\evil.example", "evil"}) {
      var answer =
          NODE.browser()
              .post("/sign-in", "name", "elsewhere", "password", TestNode.PASSWORD, "next", next);

      assertThat(answer.headers().firstValue("Location"))
          .as(next)
          .hasValue("/choose/language/en?to=%2F");
    }
  }

  @Test
  void afterFiveWrongPasswordsEvenTheRightOneHasToWait() {
    NODE.person("forgetful");
    var browser = NODE.browser();
    int[] statuses =
        IntStream.range(0, 10)
            .map(i ->
                browser.post("/sign-in", "name", "forgetful", "password", "wrong" + i).statusCode())
            .toArray();

    assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 429, 429, 429, 429, 429);
    var right = browser.post("/sign-in", "name", "forgetful", "password", TestNode.PASSWORD);
    assertThat(right.statusCode()).isEqualTo(429);

    waitIsOver();
    assertThat(browser.post("/sign-in", "name", "forgetful", "password", "wrong").statusCode())
        .isEqualTo(401);
    assertThat(secondsToWait("forgetful")).as("doubled").isBetween(31.0, 60.0);

    waitIsOver();
    assertThat(
            browser
                .post("/sign-in", "name", "forgetful", "password", TestNode.PASSWORD)
                .statusCode())
        .isEqualTo(303);
    assertThat(browser.post("/sign-in", "name", "forgetful", "password", "wrong").statusCode())
        .as("begins anew after the right one")
        .isEqualTo(401);
  }

  @Test
  void theWaitHoldsAcrossRestarts() {
    NODE.person("patient");
    for (int i = 0; i < 5; i++) {
      NODE.browser().post("/sign-in", "name", "patient", "password", "wrong");
    }
    try (TestNode again = TestNode.start(DATABASE)) {
      var answer =
          again.browser().post("/sign-in", "name", "patient", "password", TestNode.PASSWORD);

      assertThat(answer.statusCode()).isEqualTo(429);
    }
  }

  @Test
  void anUnknownNameIsAnsweredLikeAWrongPasswordAndAfterTheSameWork() {
    NODE.person("known");
    long disabled = NODE.person("disabled");
    as(() -> NODE.part(Accounts.class).disable(disabled));
    String[][] attempts = {
      {"known", "a wrong password"},
      {"nobody", "a wrong password"},
      {"disabled", "a wrong password"},
      {"disabled", TestNode.PASSWORD},
      {"' OR 1=1 --", "a wrong password"}
    };
    var bodies = new HashSet<String>();
    for (String[] attempt : attempts) {
      var browser = NODE.browser();
      browser.get("/sign-in");
      double before = hashes();
      var answer = browser.post("/sign-in", "name", attempt[0], "password", attempt[1]);

      assertThat(answer.statusCode()).as(attempt[0]).isEqualTo(401);
      assertThat(hashes() - before).as(attempt[0]).isEqualTo(1);
      bodies.add(withoutItsOwn(answer.body(), attempt[0]));
    }
    assertThat(bodies).hasSize(1);
  }

  @Test
  void aNameThatNobodyHasIsBlockedLikeOthers() {
    var browser = NODE.browser();
    int[] statuses =
        IntStream.range(0, 6)
            .map(i -> browser.post("/sign-in", "name", "ghost", "password", "wrong").statusCode())
            .toArray();

    assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 429);
  }

  @Test
  void aHundredFailuresLockTheAccountUntilAnAdministratorOpensIt() {
    long id = NODE.person("hammered");
    NODE.browser().post("/sign-in", "name", "hammered", "password", "wrong");
    OWNER
        .sql(
            "UPDATE sign_in_failure SET failures = 99 WHERE kind = 'name' AND key ="
                + " sha256('hammered')")
        .update();
    NODE.browser().post("/sign-in", "name", "hammered", "password", "wrong");
    waitIsOver();

    assertThat(account(id).state().code()).isEqualTo("locked");
    assertThat(
            NODE.browser()
                .post("/sign-in", "name", "hammered", "password", TestNode.PASSWORD)
                .statusCode())
        .isEqualTo(401);

    as(() -> NODE.part(Accounts.class).enable(id));
    NODE.browser().signIn("hammered");
  }

  @Test
  void aFormFromAnotherSiteIsRefused() {
    NODE.person("tricked");
    var browser = NODE.browser();
    browser.get("/sign-in");

    var answer =
        browser.send(
            HttpRequest.newBuilder(NODE.at("/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                    HttpRequest.BodyPublishers.ofString(
                        "name=tricked&password=" + TestNode.PASSWORD.replace(' ', '+'))));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(browser.findCookie("ronghe_session")).isEmpty();
  }

  @Test
  void signingInGivesTheSessionANewName() {
    NODE.person("fixed");
    TestBrowser browser = NODE.browser().signIn("fixed");
    String first = browser.findCookie("ronghe_session").orElseThrow();

    browser.signIn("fixed");

    assertThat(browser.findCookie("ronghe_session")).isPresent().get().isNotEqualTo(first);
    assertThat(sessions("fixed")).as("the one before is over").isEqualTo(1);
  }

  @Test
  void signsOut() {
    NODE.person("leaving");
    TestBrowser browser = NODE.browser().signIn("leaving");

    assertThat(browser.post("/sign-out").statusCode()).isEqualTo(303);
    assertThat(sessions("leaving")).isZero();
  }

  private static long sessions(String name) {
    return OWNER
        .sql(
            "SELECT count(*) FROM session WHERE principal_name = (SELECT id::text FROM account"
                + " WHERE name = ?)")
        .param(name)
        .query(Long.class)
        .single();
  }

  private static long events(String action, long account) {
    return OWNER
        .sql(
            "SELECT count(*) FROM audit_entry WHERE action = ? AND subject = 'account' AND"
                + " subject_key = ?")
        .params(action, Long.toString(account))
        .query(Long.class)
        .single();
  }

  private static double secondsToWait(String name) {
    return OWNER
        .sql(
            "SELECT extract(epoch FROM blocked_until - now()) FROM sign_in_failure WHERE kind ="
                + " 'name' AND key = sha256(?::bytea)")
        .param(name)
        .query(Double.class)
        .single();
  }

  /// As if the hour had passed.
  private static void waitIsOver() {
    OWNER.sql("UPDATE sign_in_failure SET blocked_until = now()").update();
  }

  private static double hashes() {
    return NODE.part(MeterRegistry.class).get("ronghe.password.hashes").counter().count();
  }

  private static String withoutItsOwn(String page, String name) {
    return page.replaceAll("value=\"[^\"]*\"", "")
        .replaceAll("data-hx-headers[^>]*", "")
        .replace(name, "");
  }

  private static Account account(long id) {
    return Actors.getAs(
        Actor.system("test"), () -> NODE.part(Accounts.class).find(id).orElseThrow());
  }

  private static void as(Runnable work) {
    Actors.runAs(Actor.system("test"), work);
  }
}
