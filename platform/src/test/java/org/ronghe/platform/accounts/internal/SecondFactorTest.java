package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

final class SecondFactorTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  @TempDir static Path folder;
  private static TestNode node;

  @BeforeAll
  static void start() {
    node = TestNode.startWith(DATABASE, Map.of("data", folder.toString()));
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void aCodeIsAskedForAfterThePasswordAndGoodOnce() {
    long id = node.person("li.na");
    byte[] secret = setUp(node.browser().signIn("li.na"));

    TestBrowser browser = node.browser();
    var half = browser.post("/sign-in", "name", "li.na", "password", TestNode.PASSWORD);
    assertThat(half.headers().firstValue("Location")).hasValue("/sign-in/second-factor");
    assertThat(browser.get("/account").statusCode()).as("not in yet").isEqualTo(302);

    assertThat(browser.post("/sign-in/second-factor", "code", "000000").statusCode())
        .isEqualTo(401);
    nextStep(id);
    String code = codeNow(secret);
    assertThat(browser.post("/sign-in/second-factor", "code", code).statusCode()).isEqualTo(303);
    assertThat(browser.get("/account").statusCode()).isEqualTo(200);

    TestBrowser thief = node.browser();
    thief.post("/sign-in", "name", "li.na", "password", TestNode.PASSWORD);
    assertThat(thief.post("/sign-in/second-factor", "code", code).statusCode())
        .as("seen over the shoulder")
        .isEqualTo(401);
  }

  @Test
  void aRecoveryCodeOpensOnce() {
    node.person("no.phone");
    TestBrowser first = node.browser().signIn("no.phone");
    List<String> codes = recoveryCodes(confirm(first, secret(first)));
    assertThat(codes).hasSize(10).doesNotHaveDuplicates();

    TestBrowser browser = node.browser();
    browser.post("/sign-in", "name", "no.phone", "password", TestNode.PASSWORD);
    String typed = codes.getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " ");
    assertThat(browser.post("/sign-in/second-factor", "code", typed).statusCode()).isEqualTo(303);

    TestBrowser again = node.browser();
    again.post("/sign-in", "name", "no.phone", "password", TestNode.PASSWORD);
    assertThat(again.post("/sign-in/second-factor", "code", codes.getFirst()).statusCode())
        .isEqualTo(401);
    assertThat(again.post("/sign-in/second-factor", "code", codes.get(1)).statusCode())
        .isEqualTo(303);
  }

  @Test
  void codesCannotBeTriedForLong() {
    node.person("target");
    setUp(node.browser().signIn("target"));
    TestBrowser browser = node.browser();
    browser.post("/sign-in", "name", "target", "password", TestNode.PASSWORD);

    var statuses =
        java.util.stream.IntStream.range(0, 7)
            .map(i -> browser.post("/sign-in/second-factor", "code", "00000" + i).statusCode())
            .toArray();

    assertThat(statuses).containsExactly(401, 401, 401, 401, 401, 429, 429);
  }

  @Test
  void theSecretIsEncryptedWithAKeyOutsideTheDatabase() throws IOException {
    long id = node.person("kept");
    byte[] secret = setUp(node.browser().signIn("kept"));
    Path key = folder.resolve("second-factor.key");

    byte[] stored =
        OWNER
            .sql("SELECT secret FROM totp WHERE account = ?")
            .param(id)
            .query(byte[].class)
            .single();

    assertThat(indexOf(stored, Arrays.copyOf(secret, 8))).isNegative();
    assertThat(Files.size(key)).isEqualTo(32);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    assertThat(
            OWNER
                .sql(
                    "SELECT after::text FROM audit_entry WHERE subject = 'totp' AND subject_key ="
                        + " ?")
                .param(Long.toString(id))
                .query(String.class)
                .list())
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(entry).contains("\"secret\": \"•\""));
  }

  @Test
  void aRoleMayAskForIt() {
    long id = node.person("bureau");
    node.grant(id, Role.BUREAU_OFFICER, null);
    OWNER.sql("INSERT INTO second_factor_rule (role) VALUES ('bureau-officer')").update();
    try {
      TestBrowser browser = node.browser().signIn("bureau");

      assertThat(browser.get("/").headers().firstValue("Location").orElse(""))
          .endsWith("/account/second-factor");
      assertThat(browser.get("/api/v1/account").body())
          .as("no role until then")
          .doesNotContain("bureau-officer");

      setUp(browser);

      assertThat(browser.get("/").statusCode()).isEqualTo(200);
      assertThat(browser.get("/api/v1/account").body()).contains("bureau-officer");
    } finally {
      OWNER.sql("DELETE FROM second_factor_rule").update();
    }
  }

  @Test
  void takingItAwayTakesThePassword() {
    node.person("careless");
    TestBrowser browser = node.browser().signIn("careless");
    setUp(browser);

    assertThat(browser.post("/account/second-factor/remove", "current", "wrong").statusCode())
        .isEqualTo(400);
    assertThat(
            browser
                .post("/account/second-factor/remove", "current", TestNode.PASSWORD)
                .statusCode())
        .isEqualTo(303);
    node.browser().signIn("careless");
  }

  /// Turns it on.
  private static byte[] setUp(TestBrowser browser) {
    byte[] secret = secret(browser);
    confirm(browser, secret);
    return secret;
  }

  private static byte[] secret(TestBrowser browser) {
    String page = browser.get("/account/second-factor").body();
    var matcher = Pattern.compile("data-testid=\"secret\">([A-Z2-7 ]+)<").matcher(page);
    assertThat(matcher.find()).as(page).isTrue();
    return decoded(matcher.group(1).replace(" ", ""));
  }

  private static String confirm(TestBrowser browser, byte[] secret) {
    var answer = browser.post("/account/second-factor", "code", codeNow(secret));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static List<String> recoveryCodes(String page) {
    return Pattern.compile("<code>([a-z0-9]{4}(?:-[a-z0-9]{4}){3})</code>")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static String codeNow(byte[] secret) {
    return Totp.code(secret, Totp.step(Instant.now()), Totp.DIGITS);
  }

  /// As if half a minute had passed since the last code.
  private static void nextStep(long account) {
    OWNER
        .sql("UPDATE totp SET last_step = last_step - 2 WHERE account = ?")
        .param(account)
        .update();
  }

  private static byte[] decoded(String base32) {
    var bytes = new byte[base32.length() * 5 / 8];
    long buffer = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < base32.length(); i++) {
      buffer = buffer << 5 | BASE32.indexOf(base32.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (buffer >> bits);
      }
    }
    return bytes;
  }

  private static int indexOf(byte[] all, byte[] part) {
    for (int i = 0; i + part.length <= all.length; i++) {
      if (Arrays.equals(Arrays.copyOfRange(all, i, i + part.length), part)) {
        return i;
      }
    }
    return -1;
  }
}
