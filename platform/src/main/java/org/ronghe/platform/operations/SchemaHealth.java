package org.ronghe.platform.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.database.DatabaseSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/// Whether the tables are of the version that this software knows: no migration is pending, none
/// ended half-way, and no newer node has changed them meanwhile.
///
/// Looks at most once a minute, since it opens a connection as the schema's owner.
final class SchemaHealth implements HealthIndicator {
  private static final Duration HOLDS = Duration.ofMinutes(1);

  private final DatabaseSettings settings;
  private final Clock clock;
  private volatile @Nullable Seen seen;

  SchemaHealth(DatabaseSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  private record Seen(Health health, Instant at) {}

  @Override
  public Health health() {
    Seen last = seen;
    Instant now = clock.instant();
    if (last == null || last.at().plus(HOLDS).isBefore(now)) {
      last = new Seen(look(), now);
      seen = last;
    }
    return last.health();
  }

  private Health look() {
    try {
      Schema schema = Schema.of(settings);
      boolean sound = !schema.failed() && schema.current().equals(schema.newest());
      return (sound ? Health.up() : Health.outOfService())
          .withDetail("current", schema.current())
          .withDetail("newest", schema.newest())
          .build();
    } catch (FlywayException e) {
      return Health.down().build();
    }
  }
}
