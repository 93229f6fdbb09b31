package org.ronghe.platform.accounts.internal;

import java.util.Map;
import java.util.Optional;
import org.ronghe.platform.accounts.Account;
import org.ronghe.platform.problem.NodeProblem;
import org.ronghe.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;

/// New passwords.
@Service
class Passwords {
  private final SystemWork work;
  private final AccountRows rows;
  private final PasswordHashing hashing;
  private final PasswordRules rules;

  Passwords(SystemWork work, AccountRows rows, PasswordHashing hashing, PasswordRules rules) {
    this.work = work;
    this.rows = rows;
    this.hashing = hashing;
    this.rules = rules;
  }

  /// What speaks against a password, as the key of a text; empty if nothing does.
  Optional<String> fault(Account account, String password) {
    return rules.fault(
        password,
        account.name(),
        account.displayName(),
        account.email() == null ? "" : account.email());
  }

  /// Sets a password.
  ///
  /// @throws NodeProblem INPUT_INVALID for field `password` if it is too weak
  void set(Account account, String password) {
    fault(account, password)
        .ifPresent(key -> {
          throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("password", key));
        });
    String hash = hashing.hash(password);
    work.write(() -> {
      rows.setPasswordHash(account.id(), hash);
      return true;
    });
  }

  /// Refuses a password that is too weak.
  ///
  /// @throws NodeProblem INPUT_INVALID for field `password`
  void demandGood(Account account, String password) {
    fault(account, password)
        .ifPresent(key -> {
          throw new NodeProblem(ProblemCode.INPUT_INVALID, Map.of("password", key));
        });
  }

  /// Whether it is the account's password.
  boolean matches(long account, String password) {
    Optional<String> hash = work.read(() -> rows.findPasswordHash(account));
    return hashing.matches(password, hash.orElse(null));
  }
}
