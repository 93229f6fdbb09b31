package org.ronghe.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.configuration.ConfigurationSources;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.text.Language;

/// A node that listens on a free port of loopback, on a test's database.
public final class TestNode implements AutoCloseable {
  /// The password of everybody that [#person] makes.
  public static final String PASSWORD = "lantern over the quiet river";

  private static final Actor TEST = Actor.system("test");

  private final Node node;

  private TestNode(Node node) {
    this.node = node;
  }

  /// Starts one.
  public static TestNode start(TestDatabase database) {
    return start(database, Map.of());
  }

  /// Starts one with some of Spring's properties of its own.
  public static TestNode start(TestDatabase database, Map<String, String> own) {
    var properties = new HashMap<String, String>();
    properties.put("spring.datasource.hikari.maximum-pool-size", "8");
    properties.putAll(own);
    return new TestNode(Node.start(configuration(Map.of()), database.settings(), properties));
  }

  /// Starts one with options as an operator gives them, by their keys.
  public static TestNode startWith(TestDatabase database, Map<String, String> options) {
    return startWith(database, options, Map.of());
  }

  /// Starts one with options as an operator gives them, and some of Spring's properties of its own.
  public static TestNode startWith(
      TestDatabase database, Map<String, String> options, Map<String, String> own) {
    return new TestNode(Node.start(configuration(options), database.settings(), own));
  }

  private static NodeConfiguration configuration(Map<String, String> options) {
    var flags = new HashMap<String, String>();
    flags.put("port", "0");
    flags.put("data", TemporaryFolders.makeForThisRun("ronghe-test-node-").toString());
    flags.putAll(options);
    var home = TemporaryFolders.makeForThisRun("ronghe-test-home-");
    return NodeConfiguration.read(
        new ConfigurationSources(flags, Map.of(), home, false), Language.ENGLISH);
  }

  /// A part of the node.
  public <T> T part(Class<T> type) {
    return node.part(type);
  }

  /// The address of a path.
  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + node.port() + path);
  }

  /// Somebody at a browser of their own, not signed in.
  public TestBrowser browser() {
    return new TestBrowser(this);
  }

  /// Makes an account with [#PASSWORD] and without a role.
  ///
  /// @return its id
  public long person(String name) {
    Accounts accounts = part(Accounts.class);
    return Actors.getAs(
        TEST,
        () -> {
          long id = accounts.create(new NewAccount(name, null, name, Language.ENGLISH));
          accounts.setPassword(id, PASSWORD);
          return id;
        });
  }

  /// Gives somebody a role; null for the node as a whole.
  public long grant(long account, Role role, @Nullable Long organisation) {
    return Actors.getAs(
        TEST, () -> part(Accounts.class).grant(account, role, organisation, null, "test"));
  }

  @Override
  public void close() {
    try {
      node.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
