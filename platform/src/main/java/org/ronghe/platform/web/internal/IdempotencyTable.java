package org.ronghe.platform.web.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Answers kept by Idempotency-Key. Each method is a transaction of its own, so that what one
/// request says is there for the next at once.
@Repository
class IdempotencyTable {
  private final JdbcClient database;

  IdempotencyTable(JdbcClient database) {
    this.database = database;
  }

  /// What is kept under a key.
  ///
  /// @param answer null while the request is being worked on
  record Kept(String request, String digest, boolean stale, @Nullable Answered answer) {}

  /// An answer.
  record Answered(int status, @Nullable String contentType, @Nullable String location, Body body) {}

  /// The bytes of an answer.
  static final class Body {
    private final byte[] bytes;

    Body(byte[] bytes) {
      this.bytes = bytes.clone();
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  /// Takes a key; false if somebody had it before.
  @Transactional
  public boolean take(long account, String key, String request, String digest) {
    return database
            .sql(
                """
                INSERT INTO idempotency (account, key, request, digest)
                VALUES (:account, :key, :request, :digest) ON CONFLICT DO NOTHING
                """)
            .param("account", account)
            .param("key", key)
            .param("request", request)
            .param("digest", digest)
            .update()
        == 1;
  }

  @Transactional(readOnly = true)
  public Optional<Kept> find(long account, String key) {
    return database
        .sql(
            """
            SELECT request, digest, created_at < now() - interval '10 minutes' AS stale, status,
              content_type, location, body
            FROM idempotency WHERE account = :account AND key = :key
            """)
        .param("account", account)
        .param("key", key)
        .query((row, _) -> {
          int status = row.getInt("status");
          Answered answer =
              row.wasNull()
                  ? null
                  : new Answered(
                      status,
                      row.getString("content_type"),
                      row.getString("location"),
                      new Body(row.getBytes("body")));
          return new Kept(
              row.getString("request"), row.getString("digest"), row.getBoolean("stale"), answer);
        })
        .optional();
  }

  @Transactional
  public void keep(long account, String key, Answered answer) {
    database
        .sql(
            """
            UPDATE idempotency SET status = :status, content_type = :type, location = :location,
              body = :body
            WHERE account = :account AND key = :key
            """)
        .param("status", answer.status())
        .param("type", answer.contentType())
        .param("location", answer.location())
        .param("body", answer.body().bytes())
        .param("account", account)
        .param("key", key)
        .update();
  }

  @Transactional
  public void forget(long account, String key) {
    database
        .sql("DELETE FROM idempotency WHERE account = :account AND key = :key")
        .param("account", account)
        .param("key", key)
        .update();
  }

  /// Forgets what is older than a day.
  @Transactional
  public int tidy() {
    return database
        .sql("DELETE FROM idempotency WHERE created_at < now() - interval '1 day'")
        .update();
  }
}
