package org.ronghe.platform.accounts;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ronghe.platform.access.Role;

/// The accounts of the node. Each method acts in the name of the current actor, and does for
/// administrators and the node itself only, unless it says otherwise.
public interface Accounts {
  /// Makes an account, without a password and without a role.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID with what is wrong, CONFLICT if
  ///   the name or e-mail is taken
  long create(NewAccount account);

  /// Gives a password to an account of the node's own making, such as one of the demo.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem INPUT_INVALID if the password is too weak
  void setPassword(long account, String password);

  /// Finds an account; for its owner and auditors too.
  Optional<Account> find(long account);

  /// Finds an account by what one signs in with.
  Optional<Account> findByName(String nameOrEmail);

  /// Gives a role from now on. Effective with the person's next request.
  ///
  /// @param organisation the organisation's id; null for the node as a whole, which only
  ///   administrators, bureau officers, auditors and data users may have
  /// @param validTo null for until it is revoked
  /// @param reason kept with the grant
  /// @return the grant's id
  long grant(
      long account,
      Role role,
      @Nullable Long organisation,
      @Nullable Instant validTo,
      String reason);

  /// Takes a grant back. Effective with the person's next request.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem NOT_FOUND if there is none that holds,
  ///   CONFLICT if it is the last administrator's
  void revoke(long grant, String reason);

  /// Shuts an account and ends its sessions.
  ///
  /// @throws org.ronghe.platform.problem.NodeProblem CONFLICT if it is the last administrator's
  void disable(long account);

  /// Opens a disabled or locked account and forgets its failed attempts.
  void enable(long account);
}
