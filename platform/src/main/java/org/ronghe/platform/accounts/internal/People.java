package org.ronghe.platform.accounts.internal;

import org.ronghe.platform.access.Actors;
import org.ronghe.platform.accounts.internal.Invitations.Purpose;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What administrators do to accounts beyond [Accounts][org.ronghe.platform.accounts.Accounts].
@Service
class People {
  private final SystemWork work;
  private final AccountRows rows;
  private final SecondFactor secondFactor;
  private final SessionList sessions;
  private final JdbcClient jdbc;

  People(
      SystemWork work,
      AccountRows rows,
      SecondFactor secondFactor,
      SessionList sessions,
      JdbcClient jdbc) {
    this.work = work;
    this.rows = rows;
    this.secondFactor = secondFactor;
    this.sessions = sessions;
    this.jdbc = jdbc;
  }

  /// Whether an account asks for codes.
  boolean hasSecondFactor(long account) {
    return secondFactor.of(account).on();
  }

  /// Takes the second factor of somebody who lost it, and signs them out.
  void removeSecondFactor(long account) {
    demand(account);
    secondFactor.remove(account);
    sessions.endAll(account);
  }

  /// Signs somebody out everywhere.
  void endSessions(long account) {
    demand(account);
    sessions.endAll(account);
  }

  /// What a link would be for: to join for who never had a password.
  Purpose purposeOfLink(long account) {
    demand(account);
    return work.read(() -> rows.findPasswordHash(account)).isPresent()
        ? Purpose.RESET
        : Purpose.JOIN;
  }

  /// Refuses a grant that is not the account's.
  void demandGrantOf(long account, long grant) {
    boolean its =
        work.read(() ->
            jdbc.sql("SELECT EXISTS (SELECT FROM role_grant WHERE id = :id AND account = :account)")
                .param("id", grant)
                .param("account", account)
                .query(Boolean.class)
                .single());
    if (!its) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }

  private void demand(long account) {
    if (!Actors.current().administers()) {
      throw new NodeProblem(ProblemCode.NOT_ALLOWED);
    }
    if (work.read(() -> rows.find(account)).isEmpty()) {
      throw new NodeProblem(ProblemCode.NOT_FOUND);
    }
  }
}
