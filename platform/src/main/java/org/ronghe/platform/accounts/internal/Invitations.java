package org.ronghe.platform.accounts.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.AccountState;
import org.ronghe.platform.accounts.FirstAdministrator;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Links that let somebody choose a password, once: to join, after a password was forgotten, and to
/// become the first administrator.
@Service
class Invitations implements FirstAdministrator {
  static final String PATH = "/invitation/";

  /// What a link is for.
  enum Purpose {
    FIRST_ADMINISTRATOR("first-administrator", Duration.ofDays(1)),
    JOIN("join", Duration.ofDays(7)),
    RESET("reset", Duration.ofDays(1));

    private final String code;
    private final Duration holds;

    Purpose(String code, Duration holds) {
      this.code = code;
      this.holds = holds;
    }

    String code() {
      return code;
    }

    static Purpose of(String code) {
      for (Purpose purpose : values()) {
        if (purpose.code.equals(code)) {
          return purpose;
        }
      }
      throw new IllegalArgumentException(code);
    }
  }

  /// A link that can still be used.
  ///
  /// @param account null for the first administrator, who has none yet
  record Open(long id, Purpose purpose, @Nullable Account account, Instant expiresAt) {}

  private final SystemWork work;
  private final AccountRows rows;
  private final Passwords passwords;
  private final SessionList sessions;
  private final Throttle throttle;
  private final JdbcClient jdbc;

  Invitations(
      SystemWork work,
      AccountRows rows,
      Passwords passwords,
      SessionList sessions,
      Throttle throttle,
      JdbcClient jdbc) {
    this.work = work;
    this.rows = rows;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> linkIfNeeded() {
    return work.write(() -> {
      boolean needed =
          jdbc.sql(
                  """
                  SELECT NOT EXISTS (SELECT FROM role_grant g JOIN account a ON a.id = g.account
                    WHERE g.role = 'administrator' AND a.state <> 'disabled' AND \
                  """
                      + AccountRows.HOLDS_NOW
                      + ")")
              .query(Boolean.class)
              .single();
      return needed ? Optional.of(link(Purpose.FIRST_ADMINISTRATOR, null)) : Optional.empty();
    });
  }

  /// A new link for an account; the ones before hold no longer.
  ///
  /// @throws NodeProblem NOT_ALLOWED for others than administrators
  String linkFor(long account, Purpose purpose) {
    if (!Actors.current().administers()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    return work.write(() -> {
      if (rows.find(account).isEmpty()) {
        throw new NodeProblem(ProblemCode.NOT_FOUND);
      }
      return link(purpose, account);
    });
  }

  /// What a link opens.
  ///
  /// @throws NodeProblem NOT_FOUND if it was used, is over or never was
  Open open(String token) {
    return work.read(() -> find(token));
  }

  /// Chooses a password for the account of a link. All its sessions end, a locked account opens.
  Account accept(String token, String password) {
    Open open = open(token);
    Account account = open.account();
    if (account == null) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    passwords.demandGood(account, password);
    work.write(() -> use(open));
    passwords.set(account, password);
    work.write(
        account.id(),
        account.displayName(),
        Actors.current().origin(),
        () -> {
          if (account.state() == AccountState.LOCKED) {
            rows.setState(account.id(), AccountState.ACTIVE);
          }
          throttle.takeBack(Throttle.Kind.NAME, account.name());
          return true;
        });
    sessions.endAll(account.id());
    return account;
  }

  /// Makes the first administrator.
  Account acceptAsFirstAdministrator(String token, NewAccount named, String password) {
    Open open = open(token);
    if (open.purpose() != Purpose.FIRST_ADMINISTRATOR) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    if (!named.faults().isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, named.faults());
    }
    passwords.demandGood(
        new Account(
            0,
            named.name(),
            named.email(),
            named.displayName(),
            named.language(),
            AccountState.ACTIVE,
            Instant.EPOCH),
        password);
    Account account =
        work.write(() -> {
          use(open);
          long id = rows.insert(named);
          jdbc.sql(
                  """
                  INSERT INTO role_grant (account, role, reason)
                  VALUES (:account, :role, 'first administrator')
                  """)
              .param("account", id)
              .param("role", Role.ADMINISTRATOR.code())
              .update();
          return rows.find(id).orElseThrow();
        });
    passwords.set(account, password);
    return account;
  }

  private String link(Purpose purpose, @Nullable Long account) {
    jdbc.sql(
            """
            DELETE FROM invitation
            WHERE used_at IS NULL AND account IS NOT DISTINCT FROM CAST(:account AS bigint)
            """)
        .param("account", account)
        .update();
    String token = Secrets.word();
    jdbc.sql(
            """
            INSERT INTO invitation (purpose, account, token_hash, created_by, expires_at)
            VALUES (:purpose, :account, :hash, actor_account(), :expires)
            """)
        .param("purpose", purpose.code)
        .param("account", account)
        .param("hash", Secrets.digest(token))
        .param("expires", Instant.now().plus(purpose.holds).atOffset(ZoneOffset.UTC))
        .update();
    return PATH + token;
  }

  private Open find(String token) {
    return jdbc.sql(
            """
            SELECT i.id, i.purpose, i.account, i.expires_at FROM invitation i
            LEFT JOIN account a ON a.id = i.account
            WHERE i.token_hash = :hash AND i.used_at IS NULL AND i.expires_at > now()
              AND a.state IS DISTINCT FROM 'disabled'
            """)
        .param("hash", Secrets.digest(token))
        .query((row, number) -> {
          Long account = row.getObject("account", Long.class);
          return new Open(
              row.getLong("id"),
              Purpose.of(row.getString("purpose")),
              account == null ? null : rows.find(account).orElseThrow(),
              row.getObject("expires_at", OffsetDateTime.class).toInstant());
        })
        .optional()
        .orElseThrow(() -> new NodeProblem(ProblemCode.NOT_FOUND));
  }

  /// Of two who use a link at once, one may.
  private boolean use(Open open) {
    int used =
        jdbc.sql("UPDATE invitation SET used_at = now() WHERE id = :id AND used_at IS NULL")
            .param("id", open.id())
            .update();
    if (used == 0) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
    return true;
  }
}
