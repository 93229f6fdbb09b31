package org.ronghe.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actor;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.configuration.NodeConfiguration;
import org.ronghe.platform.database.DatabaseRoles;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.database.EarlyEnd;
import org.ronghe.platform.database.EmbeddedPostgres;
import org.ronghe.platform.database.Migrations;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.OperatorCode;
import org.ronghe.platform.problem.OperatorProblem;
import org.ronghe.platform.settings.Settings;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// A running node with the database it stands on. Close it to stop it: requests under way are
/// finished first, the database goes last.
public final class Node implements AutoCloseable {
  private final @Nullable EmbeddedPostgres postgres;
  private final ConfigurableApplicationContext context;

  private Node(@Nullable EmbeddedPostgres postgres, ConfigurableApplicationContext context) {
    this.postgres = postgres;
    this.context = context;
  }

  /// Starts the database, or finds the external one, brings it to the newest schema, and starts the
  /// node on it.
  ///
  /// @throws OperatorProblem if the surroundings are not as they must be
  public static Node start(NodeConfiguration configuration) throws IOException {
    Optional<DatabaseSettings> external = configuration.findExternalDatabase();
    if (external.isPresent()) {
      try (Connection owner = external.get().connectAsOwner()) {
        DatabaseRoles.ensureApp(owner, external.get().app());
      } catch (SQLException e) {
        throw new OperatorProblem(
            OperatorCode.DATABASE_UNREACHABLE,
            external.get().url(),
            external.get().owner().user(),
            String.valueOf(e.getMessage()));
      }
      return new Node(null, run(configuration, external.get(), Map.of()));
    }
    var postgres = EmbeddedPostgres.start(configuration.dataFolder(), configuration.databasePort());
    postgres.reviveWhenKilled();
    try (var _ = new EarlyEnd(() -> closeQuietly(postgres))) {
      return new Node(postgres, run(configuration, postgres.settings(), Map.of()));
    } catch (RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  private static void closeQuietly(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      // Nobody is left to tell; the next start recovers.
    }
  }

  /// Starts a node on a database that somebody else keeps.
  ///
  /// @param further Spring's properties, above all others
  public static Node start(
      NodeConfiguration configuration, DatabaseSettings database, Map<String, ?> further) {
    return new Node(null, run(configuration, database, further));
  }

  private static ConfigurableApplicationContext run(
      NodeConfiguration configuration, DatabaseSettings database, Map<String, ?> further) {
    Migrations.migrate(database);
    var properties = properties(configuration, database);
    properties.putAll(further);
    var application = new SpringApplication(NodeApplication.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setLogStartupInfo(false);
    application.setRegisterShutdownHook(false); // whoever started the node stops it
    application.setDefaultProperties(Map.of("spring.config.name", "node"));
    // Before all else, and early enough for the logging to go by it.
    var environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("operator", properties));
    application.setEnvironment(environment);
    application.addInitializers(context -> {
      context.getBeanFactory().registerSingleton("nodeConfiguration", configuration);
      context.getBeanFactory().registerSingleton("databaseSettings", database);
    });
    ConfigurableApplicationContext context = application.run();
    try {
      takeMap(configuration, context.getBean(Settings.class));
    } catch (RuntimeException e) {
      context.close();
      throw e;
    }
    return context;
  }

  /// The map that an operator configured goes before one that somebody uploaded.
  private static void takeMap(NodeConfiguration configuration, Settings settings) {
    Optional<Path> file = configuration.findBaseMap();
    if (file.isEmpty()) {
      return;
    }
    String name = String.valueOf(file.get().getFileName());
    String approval = configuration.baseMapApproval();
    try {
      String map = Files.readString(file.get());
      Actors.runAs(
          Actor.system("configuration"),
          () -> {
            boolean same =
                settings.findMapGeoJson().filter(map::equals).isPresent()
                    && settings.current().mapApproval().equals(approval);
            if (!same) {
              settings.setMap(name, map, approval);
            }
          });
    } catch (IOException | NodeProblem e) {
      throw new OperatorProblem(
          OperatorCode.CONFIGURATION_INVALID, 1, "\n  base-map: " + file.get() + " (GeoJSON?)");
    }
  }

  /// What an operator set, as Spring names it.
  private static Map<String, Object> properties(
      NodeConfiguration configuration, DatabaseSettings database) {
    var properties = new LinkedHashMap<String, Object>();
    properties.put("spring.datasource.url", database.url());
    properties.put("spring.datasource.username", database.app().user());
    properties.put("spring.datasource.password", database.app().password());
    properties.put("spring.datasource.hikari.maximum-pool-size", configuration.databasePool());
    properties.put("server.address", configuration.host());
    properties.put("server.port", configuration.port());
    properties.put(
        "server.forward-headers-strategy", configuration.behindProxy() ? "native" : "none");
    properties.put("server.servlet.session.timeout", configuration.sessionLength());
    properties.put(
        "server.servlet.session.cookie.secure", configuration.publicUrl().startsWith("https:"));
    properties.put("spring.servlet.multipart.max-file-size", configuration.importMaxBytes() + "B");
    properties.put(
        "spring.servlet.multipart.max-request-size", configuration.importMaxBytes() + "B");
    properties.put(
        "logging.config",
        "classpath:org/ronghe/platform/logging-"
            + (configuration.logsAsJson() ? "json" : "plain")
            + ".xml");
    properties.put("ronghe.data-folder", configuration.dataFolder().toString());
    properties.put("ronghe.attachment-scan", configuration.attachmentScan());
    properties.put("ronghe.api.requests-per-minute", configuration.requestsPerMinute());
    properties.put("management.health.diskspace.path", configuration.dataFolder().toString());
    return properties;
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
  public void close() throws IOException {
    try {
      context.close();
    } finally {
      if (postgres != null) {
        postgres.close();
      }
    }
  }
}
