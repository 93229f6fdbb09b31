package org.ronghe.platform.accounts.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Assumptions;

/// npm's `oidc-provider`, as `src/test/oidc` sets it up, on a port of loopback.
final class OidcProvider implements AutoCloseable {
  private static final Path SOURCE =
      Path.of(System.getProperty("ronghe.root"), "platform", "src", "test", "oidc");
  private static final Path WORK =
      Path.of(System.getProperty("ronghe.root"), "platform", "target", "oidc");

  private final Process process;
  private final String issuer;

  private OidcProvider(Process process, String issuer) {
    this.process = process;
    this.issuer = issuer;
  }

  /// Skips the test where npm is absent; a build server has to have it.
  static void assumeThere() {
    boolean there;
    try {
      there = new ProcessBuilder("npm", "--version").start().waitFor() == 0;
    } catch (IOException e) {
      there = false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    if (!there && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("npm is missing");
    }
    Assumptions.assumeTrue(there, "no npm: signing in at a provider is not tested");
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// Fetches it if need be and starts it.
  static OidcProvider start(int port, URI redirect) throws IOException, InterruptedException {
    Files.createDirectories(WORK);
    for (String name : new String[] {"package.json", "package-lock.json", "provider.js"}) {
      Files.copy(SOURCE.resolve(name), WORK.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Process npm =
        new ProcessBuilder("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
            .directory(WORK.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (npm.waitFor() != 0) {
      throw new AssertionError(said);
    }
    Process process =
        new ProcessBuilder("node", "provider.js", Integer.toString(port), redirect.toString())
            .directory(WORK.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroy));
    var lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = lines.readLine(); !"ready".equals(line); line = lines.readLine()) {
      if (line == null) {
        throw new AssertionError("the provider did not start");
      }
    }
    return new OidcProvider(process, "http://127.0.0.1:" + port);
  }

  String issuer() {
    return issuer;
  }

  /// Says who signs in there from now on.
  void be(String person) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              HttpRequest.newBuilder(URI.create(issuer + "/be/" + person)).build(),
              BodyHandlers.ofString());
      if (!answer.body().equals(person)) {
        throw new AssertionError(answer.body());
      }
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
