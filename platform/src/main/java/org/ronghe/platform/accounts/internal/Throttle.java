package org.ronghe.platform.accounts.internal;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// How often an attempt may be made, by name, by address and for the second factor.
///
/// An attempt is counted before it is looked at, so that many at once count too, and taken back
/// when it was right. Past the free ones each doubles the wait: 30 seconds, a minute … an hour at
/// most. Kept in the database, it holds across restarts, and for names that nobody has as for
/// others.
@Component
class Throttle {
  /// What attempts are counted by.
  enum Kind {
    NAME(5),
    /// A whole office may come from one address.
    ADDRESS(50),
    SECOND_FACTOR(5);

    private final int free;

    Kind(int free) {
      this.free = free;
    }

    int free() {
      return free;
    }

    String code() {
      return this == SECOND_FACTOR ? "second-factor" : this == NAME ? "name" : "address";
    }
  }

  /// What became of an attempt: whether it may be made, and if not, how long to wait.
  record Verdict(boolean allowed, int failures, long waitSeconds) {}

  private static final int FIRST_WAIT_SECONDS = 30;
  private static final int LONGEST_WAIT_SECONDS = 3600;

  private final JdbcClient jdbc;

  Throttle(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// Counts an attempt, unless there is a wait.
  Verdict attempt(Kind kind, String key) {
    Optional<Integer> failures =
        jdbc.sql(
                """
                INSERT INTO sign_in_failure AS f (kind, key, failures, last_at)
                VALUES (:kind, :key, 1, clock_timestamp())
                ON CONFLICT (kind, key) DO UPDATE SET
                  failures = CASE WHEN f.kind = 'address' AND f.last_at < clock_timestamp() - interval '1 day'
                    THEN 1 ELSE f.failures + 1 END,
                  last_at = clock_timestamp(),
                  blocked_until = CASE WHEN f.failures + 1 < :free THEN NULL
                    ELSE clock_timestamp() + make_interval(secs =>
                      least(:longest, :first * 2.0 ^ least(f.failures + 1 - :free, 20))) END
                WHERE f.blocked_until IS NULL OR f.blocked_until <= clock_timestamp()
                RETURNING f.failures
                """)
            .param("kind", kind.code())
            .param("key", Secrets.digest(key))
            .param("free", kind.free)
            .param("first", FIRST_WAIT_SECONDS)
            .param("longest", LONGEST_WAIT_SECONDS)
            .query(Integer.class)
            .optional();
    return failures
        .map(count -> new Verdict(true, count, 0))
        .orElseGet(() -> new Verdict(false, 0, waitSeconds(kind, key)));
  }

  /// The attempt was right: a name starts anew, an address is let off this one.
  void takeBack(Kind kind, String key) {
    String sql =
        kind == Kind.ADDRESS
            ? "UPDATE sign_in_failure SET failures = greatest(failures - 1, 0), blocked_until ="
                + " NULL"
            : "DELETE FROM sign_in_failure";
    jdbc.sql(sql + " WHERE kind = :kind AND key = :key")
        .param("kind", kind.code())
        .param("key", Secrets.digest(key))
        .update();
  }

  /// Forgets what is old.
  int forgetOld() {
    return jdbc.sql("DELETE FROM sign_in_failure WHERE last_at < now() - interval '30 days'")
        .update();
  }

  /// How long no attempt may be made; 0 if one may.
  long waitSeconds(Kind kind, String key) {
    return jdbc.sql(
            """
            SELECT greatest(1, ceil(extract(epoch FROM blocked_until - clock_timestamp())))::bigint
            FROM sign_in_failure WHERE kind = :kind AND key = :key AND blocked_until > clock_timestamp()
            """)
        .param("kind", kind.code())
        .param("key", Secrets.digest(key))
        .query(Long.class)
        .optional()
        .orElse(0L);
  }
}
