package org.ronghe.platform.accounts;

import java.util.Optional;

/// How a new node gets its first administrator: there is never a default password.
public interface FirstAdministrator {
  /// A path to open once, to make the first administrator's account; empty if the node has an
  /// administrator. Any link given before holds no longer; this one holds for a day.
  ///
  /// @return such as `/invitation/…`, to be printed behind the node's address on the terminal
  Optional<String> linkIfNeeded();
}
