package org.ronghe.platform.accounts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ronghe.platform.TestBrowser;
import org.ronghe.platform.TestDatabase;
import org.ronghe.platform.TestNode;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Allow;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.access.Rule;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every endpoint × everybody × their own and another organisation, asked over HTTP, against a
/// table that was looked at: `endpoints.tsv`. To renew it: `-Dronghe.renew=true`, and read the
/// difference.
final class EndpointTableTest {
  private static final Path TABLE =
      Path.of(
          System.getProperty("ronghe.root"),
          "platform/src/test/resources/org/ronghe/platform/accounts/endpoints.tsv");
  private static final Set<Role> OF_THE_NODE =
      Set.of(Role.ADMINISTRATOR, Role.BUREAU_OFFICER, Role.AUDITOR, Role.DATA_USER);

  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final JdbcClient OWNER = JdbcClient.create(DATABASE.owner());

  @TempDir static Path folder;
  private static TestNode node;
  private static long own;
  private static long other;
  private static final Map<String, Asker> ASKERS = new LinkedHashMap<>();

  /// Somebody who asks.
  private static final class Asker {
    final String name;
    final Actor actor;
    TestBrowser browser;
    String token = "";

    Asker(String name, Actor actor) {
      this.name = name;
      this.actor = actor;
      this.browser = node.browser();
    }

    void signIn() {
      browser = node.browser();
      if (actor.signedIn()) {
        browser.signIn(name);
      }
      token = browser.token();
    }

    boolean out() {
      return actor.signedIn() && browser.get("/api/v1/account").statusCode() == 401;
    }
  }

  /// An endpoint.
  private record Endpoint(String method, String path, Rule rule) {
    boolean changing() {
      return !method.equals("GET");
    }
  }

  @BeforeAll
  static void start() {
    node = TestNode.startWith(DATABASE, Map.of("data", folder.toString(), "rate-limit", "100000"));
    own = organisation(1001, "Own");
    other = organisation(1002, "Other");
    ask("nobody", Actor.nobody("test"));
    ask("waiting", person("waiting", Map.of()));
    for (Role role : Role.values()) {
      long organisation = OF_THE_NODE.contains(role) ? 0 : own;
      ask(role.code(), person(role.code(), Map.of(organisation, Set.of(role))));
    }
  }

  @AfterAll
  static void stop() {
    node.close();
  }

  @Test
  void everyEndpointOfOursSaysWhoMayUseIt() {
    var silent = new TreeSet<String>();
    handlers()
        .forEach((info, method) -> {
          if (isOurs(method) && method.getMethodAnnotation(Allow.class) == null) {
            silent.add(info + " " + method);
          }
        });
    assertThat(silent).isEmpty();
  }

  @Test
  void everybodyGetsWhatTheTableSays() throws IOException {
    var lines = new ArrayList<String>();
    lines.add("method\tpath\trule\t" + String.join("\t", ASKERS.keySet()));
    var leaks = new ArrayList<String>();
    for (Endpoint endpoint : endpoints()) {
      var line = new ArrayList<>(List.of(endpoint.method, endpoint.path, endpoint.rule.name()));
      for (Asker asker : ASKERS.values()) {
        line.add(cell(endpoint, asker, leaks));
      }
      lines.add(String.join("\t", line));
    }
    assertThat(leaks).as("let in against the rule").isEmpty();
    if (Boolean.getBoolean("ronghe.renew")) {
      Files.createDirectories(Objects.requireNonNull(TABLE.getParent()));
      Files.write(TABLE, lines);
      return;
    }
    assertThat(lines)
        .as("if the difference is meant: run with -Dronghe.renew=true and review endpoints.tsv")
        .containsExactlyElementsOf(Files.readAllLines(TABLE));
  }

  /// The answer for one's own organisation and another's, or one where the path names none.
  private static String cell(Endpoint endpoint, Asker asker, List<String> leaks) {
    if (!endpoint.path.contains("{organisation")) {
      return Integer.toString(ask(endpoint, asker, 0, leaks));
    }
    return ask(endpoint, asker, own, leaks) + "/" + ask(endpoint, asker, other, leaks);
  }

  private static int ask(Endpoint endpoint, Asker asker, long organisation, List<String> leaks) {
    String path =
        endpoint
            .path
            .replaceAll("\\{organisation(:[^}]*)?}", Long.toString(organisation))
            .replaceAll("\\{[a-z]+:([a-z]+)\\|[^}]*}", "$1") // one of some words
            .replaceAll("\\{[^}]*}", "999999999");
    var request = HttpRequest.newBuilder(node.at(path));
    if (endpoint.changing()) {
      boolean api = path.startsWith("/api/");
      request
          .header("X-XSRF-TOKEN", asker.token)
          .header("Content-Type", api ? "application/json" : "application/x-www-form-urlencoded")
          .method(endpoint.method, BodyPublishers.ofString(api ? "{}" : ""));
    }
    HttpResponse<String> answer = asker.browser.send(request);
    int status = answer.statusCode();
    boolean toSignIn =
        answer.headers().firstValue("Location").filter(to -> to.contains("/sign-in")).isPresent();
    // 415: no endpoint takes such a body, so none was asked.
    boolean denied = status == 401 || status == 403 || status == 415 || toSignIn;
    if (!denied && !endpoint.rule.allows(asker.actor, organisation, endpoint.changing())) {
      leaks.add(asker.name + " got " + status + " of " + endpoint + " in " + organisation);
    }
    if (endpoint.changing() && asker.out()) {
      asker.signIn();
    }
    return status;
  }

  private static List<Endpoint> endpoints() {
    var endpoints = new ArrayList<Endpoint>();
    handlers()
        .forEach((info, method) -> {
          Allow allow = method.getMethodAnnotation(Allow.class);
          if (isOurs(method) && allow != null) {
            add(endpoints, info, allow.value());
          }
        });
    endpoints.sort(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method));
    return endpoints;
  }

  private static Map<RequestMappingInfo, HandlerMethod> handlers() {
    var handlers = new LinkedHashMap<RequestMappingInfo, HandlerMethod>();
    Objects.requireNonNull(node.part(DispatcherServlet.class).getHandlerMappings()).stream()
        .filter(RequestMappingHandlerMapping.class::isInstance)
        .map(RequestMappingHandlerMapping.class::cast)
        .forEach(mapping -> handlers.putAll(mapping.getHandlerMethods()));
    return handlers;
  }

  private static void add(List<Endpoint> endpoints, RequestMappingInfo info, Rule rule) {
    for (String path : info.getPatternValues()) {
      for (var method : info.getMethodsCondition().getMethods()) {
        endpoints.add(new Endpoint(method.name(), path, rule));
      }
    }
  }

  private static boolean isOurs(HandlerMethod method) {
    return method.getBeanType().getName().startsWith("org.ronghe.");
  }

  private static void ask(String name, Actor actor) {
    var asker = new Asker(name, actor);
    asker.signIn();
    ASKERS.put(name, asker);
  }

  private static Actor person(String name, Map<Long, Set<Role>> roles) {
    long id = node.person(name);
    roles.forEach((organisation, held) ->
        held.forEach(role -> node.grant(id, role, organisation == 0 ? null : organisation)));
    return new Actor(id, name, "test", roles, Actor.Kind.PERSON);
  }

  private static long organisation(long id, String name) {
    OWNER
        .sql(
            "INSERT INTO subject (id, kind, owner) OVERRIDING SYSTEM VALUE VALUES (?,"
                + " 'organisation', ?)")
        .params(id, id)
        .update();
    OWNER
        .sql("INSERT INTO organisation (id, name_en, kind) VALUES (?, ?, 'enterprise')")
        .params(id, name)
        .update();
    return id;
  }
}
