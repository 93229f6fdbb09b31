package org.ronghe.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.Migrations;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// A running node. Close it to stop it: requests under way are finished first.
public final class Node implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private Node(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Brings the database to the newest schema and starts a node on it.
  ///
  /// @param properties Spring's properties, above those of `node.properties`
  public static Node start(DatabaseSettings database, Map<String, ?> properties) {
    Migrations.migrate(database);
    var application = new SpringApplication(NodeApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setLogStartupInfo(false);
    var above = new LinkedHashMap<String, Object>(properties);
    above.put("spring.datasource.url", database.url());
    above.put("spring.datasource.username", database.app().user());
    above.put("spring.datasource.password", database.app().password());
    // Above the file, below nothing: the operator's own settings have been read before.
    application.addInitializers(context ->
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(new MapPropertySource("node", above)));
    application.setDefaultProperties(Map.of("spring.config.name", "node"));
    return new Node(application.run());
  }

  /// A part of the node.
  public <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /// The port it listens on.
  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
  }
}
