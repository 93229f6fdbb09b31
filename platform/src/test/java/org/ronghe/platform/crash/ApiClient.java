package org.ronghe.platform.crash;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who uses a node's API with a key.
final class ApiClient {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client;
  private final String key;
  private volatile int port;

  private ApiClient(HttpClient client, String key, int port) {
    this.client = client;
    this.key = key;
    this.port = port;
  }

  /// Signs in by name and password and makes a key that may write.
  static ApiClient signIn(int port, String name, String password)
      throws IOException, InterruptedException {
    HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    String node = "http://127.0.0.1:" + port;
    String form =
        "_csrf="
            + encoded(token(browser, node))
            + "&name="
            + encoded(name)
            + "&password="
            + encoded(password);
    browser.send(
        HttpRequest.newBuilder(URI.create(node + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build(),
        BodyHandlers.ofString());
    HttpResponse<String> made =
        browser.send(
            HttpRequest.newBuilder(URI.create(node + "/api/v1/account/keys"))
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", token(browser, node))
                .POST(
                    BodyPublishers.ofString("{\"name\":\"crash\",\"scope\":\"write\",\"days\":30}"))
                .build(),
            BodyHandlers.ofString());
    String secret = JsonMapper.shared().readTree(made.body()).path("secret").asString("");
    if (secret.isEmpty()) {
      throw new AssertionError("no key: " + made.statusCode() + made.body());
    }
    return new ApiClient(HttpClient.newHttpClient(), secret, port);
  }

  private static String token(HttpClient browser, String node)
      throws IOException, InterruptedException {
    String page =
        browser
            .send(
                HttpRequest.newBuilder(URI.create(node + "/sign-in")).build(),
                BodyHandlers.ofString())
            .body();
    var found = TOKEN.matcher(page);
    if (!found.find()) {
      throw new AssertionError("no token in " + page);
    }
    return found.group(1);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /// The node has started again, at another port.
  void moveTo(int newPort) {
    port = newPort;
  }

  /// Sends a request; `*` as version says that whichever is there is meant.
  HttpResponse<String> send(String method, String path, String json)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "application/json")
            .header("If-Match", "*")
            .method(method, BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  /// Sends a file with the fields of a form.
  HttpResponse<String> upload(String path, Map<String, String> fields, String file, String content)
      throws IOException, InterruptedException {
    String boundary = "boundary-of-this-test";
    var body = new StringBuilder();
    fields.forEach((name, value) ->
        body.append(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, value)));
    body.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n--%s--\r\n"
            .formatted(boundary, file, content, boundary));
    return client.send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + key)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body.toString()))
            .build(),
        BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JsonMapper.shared().readTree(answer.body());
  }
}
