package org.ronghe.platform.accounts.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.accounts.AccountState;
import org.ronghe.platform.accounts.NewAccount;
import org.ronghe.platform.accounts.internal.Throttle.Kind;
import org.ronghe.platform.accounts.internal.Throttle.Verdict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Whether a name and a password belong together.
///
/// An unknown name, a wrong password, a locked and a disabled account are answered alike and after
/// the same work: one hash computed.
@Service
class SignIn {
  /// Consecutive failures after which the account is locked (NIST SP 800-63B-4, 3.2.2: at most
  /// 100).
  static final int FAILURES_TO_LOCK = 100;

  /// What became of it.
  sealed interface Outcome {
    /// They belong together.
    record Right(Account account) implements Outcome {}

    /// They do not, or the account is not open.
    record Wrong() implements Outcome {}

    /// Too many attempts; not looked at.
    record Wait(long seconds) implements Outcome {}
  }

  private record Found(@Nullable Account account, @Nullable String hash) {}

  private final SystemWork work;
  private final AccountRows rows;
  private final Throttle throttle;
  private final PasswordHashing hashing;
  private final JdbcClient jdbc;

  SignIn(
      SystemWork work,
      AccountRows rows,
      Throttle throttle,
      PasswordHashing hashing,
      JdbcClient jdbc) {
    this.work = work;
    this.rows = rows;
    this.throttle = throttle;
    this.hashing = hashing;
    this.jdbc = jdbc;
  }

  /// Looks at a name and a password that came from an address.
  Outcome attempt(String name, String password, String address) {
    String normalised = NewAccount.normalised(name);
    String network = network(address);
    Verdict byAddress = work.write(() -> throttle.attempt(Kind.ADDRESS, network));
    if (!byAddress.allowed()) {
      return new Outcome.Wait(byAddress.waitSeconds());
    }
    Verdict byName = work.write(() -> throttle.attempt(Kind.NAME, normalised));
    if (!byName.allowed()) {
      return new Outcome.Wait(byName.waitSeconds());
    }
    Found found = work.read(() -> look(normalised));
    boolean right = hashing.matches(password, found.hash);
    Account account = found.account;
    if (account != null && right && account.state() == AccountState.ACTIVE) {
      work.write(() -> {
        throttle.takeBack(Kind.NAME, normalised);
        throttle.takeBack(Kind.ADDRESS, network);
        return true;
      });
      return new Outcome.Right(account);
    }
    if (account != null && !right) {
      failed(account, byName.failures(), address);
    }
    return new Outcome.Wrong();
  }

  private Found look(String name) {
    Optional<Account> account = rows.findByName(name);
    return new Found(
        account.orElse(null), account.flatMap(a -> rows.findPasswordHash(a.id())).orElse(null));
  }

  private void failed(Account account, int failures, String address) {
    if (failures < Kind.NAME.free()) {
      return; // a slip of the fingers is nobody's business
    }
    work.write(
        null,
        "nobody",
        address,
        () -> {
          if (failures >= FAILURES_TO_LOCK && account.state() == AccountState.ACTIVE) {
            rows.setState(account.id(), AccountState.LOCKED);
          }
          return event("sign-in-refused", account.id());
        });
  }

  private boolean event(String action, long account) {
    jdbc.sql("SELECT audit_event(:action, 'account', :account, NULL)")
        .param("action", action)
        .param("account", Long.toString(account))
        .query(row -> {});
    return true;
  }

  /// What is counted as one address: of IPv6 the network of 64 bits, as its rest can be had at
  /// will.
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = java.net.InetAddress.getByName(address).getAddress();
      return bytes.length == 4 ? address : java.util.HexFormat.of().formatHex(bytes, 0, 8);
    } catch (java.net.UnknownHostException e) {
      return address;
    }
  }
}
