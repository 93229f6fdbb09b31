package org.ronghe.platform.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One entry of the audit log: something that was changed, or that happened.
///
/// @param number 1, 2, 3 … without a gap
/// @param by who it was
/// @param action `insert`, `update`, `delete`, or an event such as `sign-in`
/// @param subject the table, or what the event is about
/// @param subjectKey which row of it
/// @param before the row as it was, as JSON; null where there was none
/// @param after the row as it became, or the event's details, as JSON; null where there is none
public record AuditEntry(
    long number,
    Instant at,
    By by,
    String action,
    String subject,
    String subjectKey,
    @Nullable String before,
    @Nullable String after) {

  /// Who did it, and from where.
  ///
  /// @param account the account's id; null for the node itself, or before anybody signed in
  /// @param name the name as it was then
  /// @param origin network address or command
  public record By(@Nullable Long account, String name, String origin) {}
}
