package org.ronghe.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// A running node. Close it to stop it: requests under way are finished first.
public final class Node implements AutoCloseable {
  private final ConfigurableApplicationContext context;

  private Node(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /// Starts a node.
  ///
  /// @param properties Spring's properties, above those of `node.properties`
  public static Node start(Map<String, ?> properties) {
    var application = new SpringApplication(NodeApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setLogStartupInfo(false);
    var defaults = new LinkedHashMap<String, Object>(properties);
    defaults.put("spring.config.name", "node");
    application.setDefaultProperties(defaults);
    application.setAdditionalProfiles();
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
