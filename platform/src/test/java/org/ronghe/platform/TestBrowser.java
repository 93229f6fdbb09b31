package org.ronghe.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Somebody who looks at pages and sends forms: keeps cookies, sends the token a form needs, and
/// does not follow redirects.
public final class TestBrowser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"\\s+value=\"([^\"]+)\"");

  private final TestNode node;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();

  TestBrowser(TestNode node) {
    this.node = node;
  }

  /// Looks at a page.
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(node.at(path)).header("Accept", "text/html, */*").GET());
  }

  /// Sends a form of the page for signing in, whatever it is meant for: its token holds everywhere.
  ///
  /// @param fields name, value, name, value …
  public HttpResponse<String> post(String path, String... fields) {
    var form = new StringJoiner("&");
    form.add("_csrf=" + encoded(token()));
    for (int i = 0; i < fields.length; i += 2) {
      form.add(encoded(fields[i]) + "=" + encoded(fields[i + 1]));
    }
    return send(
        HttpRequest.newBuilder(node.at(path))
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString())));
  }

  /// Sends a form with a file in its field `file`.
  ///
  /// @param fields name, value, name, value …
  public HttpResponse<String> attach(String path, String name, byte[] content, String... fields) {
    String boundary = "a-boundary-of-no-text";
    var head = new StringBuilder();
    part(head, boundary, "_csrf", token());
    for (int i = 0; i < fields.length; i += 2) {
      part(head, boundary, fields[i], fields[i + 1]);
    }
    head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
        .append(name)
        .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n");
    return send(
        HttpRequest.newBuilder(node.at(path))
            .header("Accept", "text/html")
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(
                BodyPublishers.concat(
                    BodyPublishers.ofString(head.toString()),
                    BodyPublishers.ofByteArray(content),
                    BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"))));
  }

  private static void part(StringBuilder body, String boundary, String name, String value) {
    body.append(
            "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n")
        .append(value)
        .append("\r\n");
  }

  /// Signs in with [TestNode#PASSWORD].
  public TestBrowser signIn(String name) {
    var answer = post("/sign-in", "name", name, "password", TestNode.PASSWORD);
    if (answer.statusCode() != 303) {
      throw new AssertionError(name + " cannot sign in: " + answer.statusCode() + answer.body());
    }
    return this;
  }

  /// Sends any request with this browser's cookies, and no token.
  public HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// A token that forms may be sent with.
  public String token() {
    String page = get("/sign-in").body();
    var matcher = TOKEN.matcher(page);
    if (!matcher.find()) {
      throw new AssertionError("no token in " + page);
    }
    return matcher.group(1);
  }

  /// A cookie by its name.
  public Optional<String> findCookie(String name) {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findAny();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
