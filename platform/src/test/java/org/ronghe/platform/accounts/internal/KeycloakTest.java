package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TemporaryFolders;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.text.Language;

/// Signing in at Keycloak, with its own page for name and password: `-Dronghe.keycloak=true`.
@EnabledIfSystemProperty(named = "ronghe.keycloak", matches = "true")
class KeycloakTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("ronghe.root"), "platform", "target", "keycloak");
  private static final String SECRET = "a secret of this test alone";
  private static final long PATIENCE_MILLIS = 180_000;
  private static final int MOST_STEPS = 20;

  @Test
  void aPersonOfKeycloakSignsIn(@TempDir Path folder) throws Exception {
    int port = OidcProvider.freePort();
    String issuer = "http://127.0.0.1:" + port + "/realms/city";
    Path secret = Files.writeString(folder.resolve("secret"), SECRET);
    try (var database = TestDatabase.fresh();
        var node =
            TestNode.startWith(
                database,
                Map.of(
                    "oidc.issuer",
                    issuer,
                    "oidc.client-id",
                    "ronghe",
                    "oidc.client-secret-file",
                    secret.toString(),
                    "oidc.name",
                    "Keycloak"))) {
      long account =
          Actors.getAs(
              Actor.system("test"),
              () ->
                  node.part(Accounts.class)
                      .create(
                          new NewAccount("wang.fang", "wang@example.org", "王芳", Language.CHINESE)));
      Process keycloak = start(port, node.at(ProviderSignIn.RETURN));
      try {
        await(issuer + "/.well-known/openid-configuration", keycloak);
        TestBrowser browser = node.browser();
        var there = new Visitor();
        URI way = URI.create(location(browser.get("/sign-in/provider")));
        while (way.toString().startsWith(node.at("/").toString())) {
          way = URI.create(location(browser.send(get(way))));
        }
        HttpResponse<String> page = there.follow(way);
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        HttpResponse<String> wrong = there.enter(page, "not the password");
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(200);
        HttpResponse<String> back = there.enter(wrong, "lotus under the bridge");
        assertThat(location(back)).startsWith(node.at(ProviderSignIn.RETURN).toString());
        HttpResponse<String> home = browser.send(get(URI.create(location(back))));
        assertThat(home.statusCode()).isIn(302, 303);
        assertThat(browser.get("/api/v1/account").body())
            .contains("\"id\":" + account)
            .contains("wang.fang");
      } finally {
        keycloak.descendants().forEach(ProcessHandle::destroy);
        keycloak.destroy();
        keycloak.waitFor();
      }
    }
  }

  private static Process start(int port, URI redirect) throws IOException {
    Path home;
    try (var folders = Files.list(FOLDER)) {
      home = folders.filter(Files::isDirectory).findFirst().orElseThrow();
    }
    // What an earlier run left would be kept instead of what is imported.
    if (Files.exists(home.resolve("data"))) {
      TemporaryFolders.delete(home.resolve("data"));
    }
    Path imports = Files.createDirectories(home.resolve("data/import"));
    Files.writeString(
        imports.resolve("city-realm.json"),
        """
        {"realm": "city", "enabled": true, "sslRequired": "none",
         "clients": [{"clientId": "ronghe", "secret": "%s", "redirectUris": ["%s"],
           "protocol": "openid-connect", "standardFlowEnabled": true, "publicClient": false}],
         "users": [{"username": "wang", "enabled": true, "email": "wang@example.org",
           "emailVerified": true, "firstName": "芳", "lastName": "王",
           "credentials": [{"type": "password", "value": "lotus under the bridge",
             "temporary": false}]}]}
        """
            .formatted(SECRET, redirect));
    Path program = home.resolve("bin/kc.sh");
    var builder =
        new ProcessBuilder(
                List.of(
                    "sh",
                    program.toString(),
                    "start-dev",
                    "--http-host=127.0.0.1",
                    "--http-port=" + port,
                    "--import-realm"))
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("keycloak.log").toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .put("JAVA_OPTS_APPEND", "-Xmx512m --add-opens=java.base/java.lang=ALL-UNNAMED");
    return builder.start();
  }

  private static void await(String address, Process keycloak)
      throws IOException, InterruptedException {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    try (var client = HttpClient.newHttpClient()) {
      while (System.currentTimeMillis() < end && keycloak.isAlive()) {
        try {
          if (client.send(get(URI.create(address)).build(), BodyHandlers.discarding()).statusCode()
              == 200) {
            return;
          }
        } catch (IOException e) {
          // not yet
        }
        Thread.sleep(500);
      }
    }
    throw new AssertionError(Files.readString(FOLDER.resolve("keycloak.log")));
  }

  /// Somebody at Keycloak. It marks its cookies for HTTPS alone, which browsers do not mind on
  /// loopback, but Java's cookie store does.
  private static final class Visitor {
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();

    /// Goes along redirects to a page.
    HttpResponse<String> follow(URI from) throws IOException, InterruptedException {
      URI at = from;
      for (int i = 0; i < MOST_STEPS; i++) {
        HttpResponse<String> answer = send(get(at));
        if (answer.statusCode() / 100 != 3) {
          return answer;
        }
        at = at.resolve(location(answer));
      }
      throw new AssertionError("no page at the end of " + from);
    }

    /// Sends Keycloak's form.
    HttpResponse<String> enter(HttpResponse<String> page, String password)
        throws IOException, InterruptedException {
      var action = Pattern.compile("action=\"([^\"]+)\"").matcher(page.body());
      assertThat(action.find()).as(page.body()).isTrue();
      String form = "username=wang&password=" + URLEncoder.encode(password, StandardCharsets.UTF_8);
      return send(
          HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      if (!cookies.isEmpty()) {
        request.header(
            "Cookie",
            cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; ")));
      }
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        cookies.put(pair[0], pair[1]);
      }
      return answer;
    }
  }

  private static HttpRequest.Builder get(URI at) {
    return HttpRequest.newBuilder(at).GET();
  }

  private static String location(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("Location")
        .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
  }
}
