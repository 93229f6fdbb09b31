package org.ronghe.platform.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/// The schema's migrations, in `db/migration` on the class path. They are run as the owner, and
/// only forwards.
public final class Migrations {
  /// The schema all tables stand in.
  public static final String SCHEMA = "ronghe";

  private Migrations() {}

  /// Brings the database to the newest schema.
  ///
  /// @return how many migrations were run
  public static int migrate(DatabaseSettings settings) {
    return flyway(settings).migrate().migrationsExecuted;
  }

  /// Brings an empty database to a schema that is not the newest: that of an older backup.
  public static void migrateTo(DatabaseSettings settings, String version) {
    Flyway.configure()
        .configuration(flyway(settings).getConfiguration())
        .target(version)
        .load()
        .migrate();
  }

  /// Flyway as every part of the node uses it. The role the node works as is the placeholder `app`.
  public static Flyway flyway(DatabaseSettings settings) {
    return Flyway.configure()
        .dataSource(settings.url(), settings.owner().user(), settings.owner().password())
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .locations("classpath:db/migration")
        .placeholders(Map.of("app", settings.app().user(), "schema", SCHEMA))
        .cleanDisabled(true)
        .load();
  }
}
