package org.ronghe.platform.accounts.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.accounts.ApiKey;
import org.ronghe.platform.accounts.ApiKey.Scope;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// API keys: `rh_`, eight characters to tell keys apart, `_` and 256 random bits.
@Service
class ApiKeys {
  static final String BEGINNING = "rh_";
  static final int LONGEST_DAYS = 366;
  private static final int PREFIX_LENGTH = 8;
  private static final int NAME_LENGTH = 100;
  private static final int MOST = 50;

  private static final String SELECT =
      """
      SELECT k.id, k.name, k.prefix, k.scope, k.created_at, k.expires_at, u.last_used_at, k.revoked_at
      FROM api_key k LEFT JOIN api_key_use u ON u.api_key = k.id
      """;

  /// A key and what is shown of it once.
  record Made(ApiKey key, String secret) {}

  /// What a key opens.
  record Opened(long key, long account, Scope scope) {}

  private final SystemWork work;
  private final JdbcClient jdbc;

  ApiKeys(SystemWork work, JdbcClient jdbc) {
    this.work = work;
    this.jdbc = jdbc;
  }

  /// Makes a key for the current actor.
  ///
  /// @param days it holds
  /// @throws NodeProblem INPUT_INVALID with what is wrong
  @Transactional
  Made make(long account, String name, Scope scope, int days) {
    var faults = new LinkedHashMap<String, String>();
    if (name.isBlank() || name.strip().length() > NAME_LENGTH) {
      faults.put("name", "accounts.fault.key-name");
    }
    if (days < 1 || days > LONGEST_DAYS) {
      faults.put("days", "accounts.fault.key-days");
    }
    if (!faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    if (of(account).stream().filter(key -> key.holds(Instant.now())).count() >= MOST) {
      throw new NodeProblem(ProblemCode.TOO_LARGE, MOST);
    }
    String prefix = BEGINNING + Secrets.readable(PREFIX_LENGTH);
    String secret = prefix + "_" + Secrets.word();
    long id =
        jdbc.sql(
                """
                INSERT INTO api_key (account, name, prefix, hash, scope, expires_at)
                VALUES (:account, :name, :prefix, :hash, :scope, :expires) RETURNING id
                """)
            .param("account", account)
            .param("name", name.strip())
            .param("prefix", prefix)
            .param("hash", Secrets.digest(secret))
            .param("scope", scope.code())
            .param("expires", Instant.now().plus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    return new Made(find(id).orElseThrow(), secret);
  }

  /// The keys of an account that the current actor may see, newest first.
  @Transactional(readOnly = true)
  List<ApiKey> of(long account) {
    return jdbc.sql(SELECT + "WHERE k.account = :account ORDER BY k.id DESC")
        .param("account", account)
        .query(ApiKeys::key)
        .list();
  }

  /// Revokes a key at once.
  ///
  /// @throws NodeProblem NOT_FOUND if the current actor has none of that id
  @Transactional
  void revoke(long account, long id) {
    int revoked =
        jdbc.sql(
                """
                UPDATE api_key SET revoked_at = now()
                WHERE id = :id AND account = :account AND revoked_at IS NULL
                """)
            .param("id", id)
            .param("account", account)
            .update();
    if (revoked == 0) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }

  /// What a key opens now; notes that it was used, once a minute.
  Optional<Opened> open(String secret, String origin) {
    Optional<Opened> opened =
        work.read(() ->
            jdbc.sql(
                    """
                    SELECT id, account, scope FROM api_key
                    WHERE hash = :hash AND revoked_at IS NULL AND expires_at > now()
                    """)
                .param("hash", Secrets.digest(secret))
                .query((row, number) ->
                    new Opened(row.getLong(1), row.getLong(2), Scope.of(row.getString(3))))
                .optional());
    opened.ifPresent(key -> used(key.key, origin));
    return opened;
  }

  private void used(long key, String origin) {
    boolean lately =
        work.read(() ->
            jdbc.sql(
                    """
                    SELECT EXISTS (SELECT FROM api_key_use
                      WHERE api_key = :key AND last_used_at > now() - interval '1 minute')
                    """)
                .param("key", key)
                .query(Boolean.class)
                .single());
    if (!lately) {
      work.write(() ->
          jdbc.sql(
                  """
                  INSERT INTO api_key_use (api_key, last_used_at, origin) VALUES (:key, now(), :origin)
                  ON CONFLICT (api_key) DO UPDATE SET last_used_at = now(), origin = EXCLUDED.origin
                  """)
              .param("key", key)
              .param("origin", origin)
              .update());
    }
  }

  private Optional<ApiKey> find(long id) {
    return jdbc.sql(SELECT + "WHERE k.id = :id").param("id", id).query(ApiKeys::key).optional();
  }

  private static ApiKey key(ResultSet row, int number) throws SQLException {
    return new ApiKey(
        row.getLong("id"),
        row.getString("name"),
        row.getString("prefix"),
        Scope.of(row.getString("scope")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        moment(row, "last_used_at"),
        moment(row, "revoked_at"));
  }

  private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
