package org.ronghe.platform.audit.internal;

import java.util.List;
import org.ronghe.platform.audit.AuditEntry;

/// An entry with what it changed.
///
/// @param values only those that differ, in the order of their names
public record Change(AuditEntry entry, List<Value> values) {
  /// One value before and after; empty where there was none.
  public record Value(String name, String before, String after) {}
}
