package org.ronghe.platform.accounts.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.access.Role;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.AccountState;
import org.ronghe.platform.accounts.Accounts;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.web.Saying;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The accounts in the database.
@Service
class StoredAccounts implements Accounts {
  private final AccountRows rows;
  private final Passwords passwords;
  private final SessionList sessions;
  private final Throttle throttle;
  private final SystemWork work;
  private final JdbcClient jdbc;

  StoredAccounts(
      AccountRows rows,
      Passwords passwords,
      SessionList sessions,
      Throttle throttle,
      SystemWork work,
      JdbcClient jdbc) {
    this.rows = rows;
    this.passwords = passwords;
    this.sessions = sessions;
    this.throttle = throttle;
    this.work = work;
    this.jdbc = jdbc;
  }

  @Override
  @Transactional
  public long create(NewAccount account) {
    demandAdministrator();
    Map<String, String> faults = account.faults();
    if (!faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    try {
      return rows.insert(account);
    } catch (DuplicateKeyException e) {
      throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("accounts.fault.name-taken"));
    }
  }

  @Override
  public void setPassword(long account, String password) {
    demandAdministrator();
    Account found = work.read(() -> rows.find(account)).orElseThrow(StoredAccounts::notFound);
    passwords.set(found, password);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Account> find(long account) {
    return rows.find(account);
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Account> findByName(String nameOrEmail) {
    return rows.findByName(nameOrEmail);
  }

  @Override
  @Transactional
  public long grant(
      long account,
      Role role,
      @Nullable Long organisation,
      @Nullable Instant validTo,
      String reason) {
    demandAdministrator();
    if (rows.find(account).isEmpty()) {
      throw notFound();
    }
    var faults = new LinkedHashMap<String, String>();
    if (organisation == null && !WholeNode.may(role)) {
      faults.put("organisation", "accounts.fault.organisation");
    }
    if (validTo != null && !validTo.isAfter(Instant.now())) {
      faults.put("validTo", "accounts.fault.valid-to");
    }
    if (!faults.isEmpty()) {
      throw new NodeProblem(ProblemCode.INPUT_INVALID, faults);
    }
    return jdbc.sql(
            """
            INSERT INTO role_grant (account, role, organisation, valid_to, reason, granted_by)
            VALUES (:account, :role, :organisation, :validTo, :reason, actor_account()) RETURNING id
            """)
        .param("account", account)
        .param("role", role.code())
        .param("organisation", organisation)
        .param("validTo", validTo == null ? null : validTo.atOffset(ZoneOffset.UTC))
        .param("reason", reason)
        .query(Long.class)
        .single();
  }

  @Override
  @Transactional
  public void revoke(long grant, String reason) {
    demandAdministrator();
    int revoked =
        keepingAnAdministrator(() ->
            jdbc.sql(
                    """
                    UPDATE role_grant SET revoked_at = now(), revoked_by = actor_account(),
                      revoke_reason = :reason
                    WHERE id = :id AND revoked_at IS NULL
                    """)
                .param("id", grant)
                .param("reason", reason)
                .update());
    if (revoked == 0) {
      throw notFound();
    }
  }

  @Override
  @Transactional
  public void disable(long account) {
    demandAdministrator();
    if (rows.find(account).isEmpty()) {
      throw notFound();
    }
    keepingAnAdministrator(() -> {
      rows.setState(account, AccountState.DISABLED);
      return 1;
    });
    sessions.endAll(account);
  }

  @Override
  @Transactional
  public void enable(long account) {
    demandAdministrator();
    Account found = rows.find(account).orElseThrow(StoredAccounts::notFound);
    rows.setState(account, AccountState.ACTIVE);
    work.write(() -> {
      throttle.takeBack(Throttle.Kind.NAME, found.name());
      if (found.email() != null) {
        throttle.takeBack(Throttle.Kind.NAME, NewAccount.normalised(found.email()));
      }
      throttle.takeBack(Throttle.Kind.SECOND_FACTOR, Long.toString(account));
      return true;
    });
  }

  private static int keepingAnAdministrator(java.util.function.IntSupplier change) {
    try {
      return change.getAsInt();
    } catch (DataIntegrityViolationException e) {
      if (e.getMostSpecificCause() instanceof SQLException sql
          && "23001".equals(sql.getSQLState())) {
        throw new NodeProblem(ProblemCode.CONFLICT, Saying.of("accounts.fault.last-administrator"));
      }
      throw e;
    }
  }

  private static void demandAdministrator() {
    if (!Actors.current().administers()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
  }

  private static NodeProblem notFound() {
    return new NodeProblem(ProblemCode.NOT_FOUND);
  }
}
