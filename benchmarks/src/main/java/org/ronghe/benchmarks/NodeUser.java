package org.ronghe.benchmarks;

import java.io.IOException;
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
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody at a browser: keeps cookies of their own and reads answers whole.
final class NodeUser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final HttpClient client;
  private final String base;
  private final Map<String, String> cookies = new TreeMap<>();

  NodeUser(HttpClient client, int port) {
    this.client = client;
    this.base = "http://127.0.0.1:" + port;
  }

  void signIn(String name, String password) throws IOException, InterruptedException {
    var token = TOKEN.matcher(send(request("/sign-in").GET()).body());
    if (!token.find()) {
      throw new IOException("no form to sign in with");
    }
    String form =
        "_csrf="
            + encoded(token.group(1))
            + "&name="
            + encoded(name)
            + "&password="
            + encoded(password);
    HttpResponse<String> answer =
        send(
            request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (answer.statusCode() != 303) {
      throw new IOException("cannot sign in: " + answer.statusCode());
    }
  }

  /// Reads a page.
  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path).GET());
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(LONGEST)
            .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html");
    if (!cookies.isEmpty()) {
      request.header(
          "Cookie",
          cookies.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    for (String cookie : answer.headers().allValues("Set-Cookie")) {
      String[] pair = cookie.split(";", 2)[0].split("=", 2);
      cookies.put(pair[0], pair[1]);
    }
    return answer;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
