package org.ronghe.platform.accounts.internal;

import java.util.List;
import java.util.Map;
import org.ronghe.platform.access.Actors;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.internal.OwnAccountPage.LinkLine;
import org.ronghe.platform.accounts.internal.OwnAccountPage.Proofs;
import org.ronghe.platform.accounts.internal.OwnAccountPage.SessionLine;
import org.ronghe.platform.accounts.internal.Throttle.Kind;
import org.ronghe.platform.configuration.NodeConfiguration.Oidc;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.ronghe.platform.text.Language;
import org.ronghe.platform.web.View;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// What people see and change of their own account.
@Service
class OwnAccount {
  private final SystemWork work;
  private final AccountRows rows;
  private final Passwords passwords;
  private final SecondFactor secondFactor;
  private final ApiKeys keys;
  private final SessionList sessions;
  private final Identities identities;
  private final AccountSettings settings;
  private final Throttle throttle;
  private final JdbcClient jdbc;

  OwnAccount(
      SystemWork work,
      AccountRows rows,
      Passwords passwords,
      SecondFactor secondFactor,
      ApiKeys keys,
      SessionList sessions,
      Identities identities,
      AccountSettings settings,
      Throttle throttle,
      JdbcClient jdbc) {
    this.work = work;
    this.rows = rows;
    this.passwords = passwords;
    this.secondFactor = secondFactor;
    this.keys = keys;
    this.sessions = sessions;
    this.identities = identities;
    this.settings = settings;
    this.throttle = throttle;
    this.jdbc = jdbc;
  }

  /// The account of whoever asks.
  static long id() {
    Long account = Actors.current().account();
    if (account == null) {
      throw new NodeProblem(ProblemCode.SIGN_IN_NEEDED);
    }
    return account;
  }

  /// The account of whoever asks.
  Account account() {
    long id = id();
    return work.read(() -> rows.find(id)).orElseThrow();
  }

  /// Changes the password, given the current one where there is one.
  ///
  /// @throws NodeProblem INPUT_INVALID if the current one is wrong or the new one too weak
  void changePassword(String current, String password) {
    Account account = account();
    demandPassword(account, current);
    passwords.set(account, password);
  }

  /// Refuses who does not know the account's password: a session left open is not enough.
  void demandPassword(Account account, String password) {
    if (work.read(() -> rows.findPasswordHash(account.id())).isEmpty()) {
      return;
    }
    var verdict = work.write(() -> throttle.attempt(Kind.NAME, account.name()));
    if (!verdict.allowed()) {
      throw new NodeProblem(ProblemCode.TOO_MANY_REQUESTS, Math.max(1, verdict.waitSeconds()));
    }
    if (!passwords.matches(account.id(), password)) {
      throw new NodeProblem(
          ProblemCode.INPUT_INVALID, Map.of("current", "accounts.fault.password-current"));
    }
    work.write(() -> {
      throttle.takeBack(Kind.NAME, account.name());
      return true;
    });
  }

  /// Chooses a language.
  void speak(Language language) {
    long id = id();
    work.write(() ->
        jdbc.sql("UPDATE account SET language = :language WHERE id = :id")
            .param("language", language.code())
            .param("id", id)
            .update());
  }

  /// What the page shows.
  OwnAccountPage page(View view, String sessionId, String shownOnce, Map<String, String> faults) {
    Account account = account();
    String current = SessionList.handle(sessionId);
    List<SessionLine> lines =
        sessions.of(account.id()).stream()
            .map(session ->
                new SessionLine(
                    session.handle(),
                    session.address(),
                    session.agent(),
                    view.time(session.since()),
                    view.time(session.lastSeen()),
                    session.handle().equals(current)))
            .toList();
    return new OwnAccountPage(
        view, account, proofs(account.id()), lines, keys.of(account.id()), shownOnce, faults);
  }

  private Proofs proofs(long account) {
    var standing = secondFactor.of(account);
    Oidc provider = settings.provider();
    List<LinkLine> links =
        identities.of(account).stream()
            .map(link ->
                new LinkLine(link.id(), link.issuer(), link.email() == null ? "" : link.email()))
            .toList();
    return new Proofs(
        work.read(() -> rows.findPasswordHash(account)).isPresent(),
        standing.on(),
        standing.recoveryCodes(),
        provider == null ? "" : provider.name(),
        links);
  }
}
