package org.ronghe.platform.operations;

import java.time.Clock;
import org.ronghe.platform.database.DatabaseSettings;
import org.ronghe.platform.search.Search;
import org.ronghe.platform.search.SearchHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What `/actuator/health` looks at besides the database and the disk.
///
/// A node whose index or disk is in trouble still answers most of what it is asked, so it stays
/// ready; without its database or with tables of another version it is not.
@Configuration(proxyBeanMethods = false)
class HealthChecks {
  @Bean
  HealthIndicator schemaHealthIndicator(DatabaseSettings settings) {
    return new SchemaHealth(settings, Clock.systemUTC());
  }

  /// An index that is being built for the first time finds nothing yet, but nothing is wrong.
  @Bean
  HealthIndicator searchIndexHealthIndicator(Search search) {
    return () -> {
      SearchHealth health = search.health();
      return (health.problem().isEmpty() ? Health.up() : Health.down())
          .withDetail("documents", health.documents())
          .withDetail("building", health.building())
          .build();
    };
  }
}
