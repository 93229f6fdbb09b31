package org.ronghe.platform.access;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Who is asking: a person, a person's API key, the node itself, or nobody.
///
/// @param account the account's id; null for the node itself and for nobody
/// @param name as shown in the audit log and on pages
/// @param origin network address or command
/// @param roles the roles held, by the organisation's id
/// @param kind what stands behind it
public record Actor(
    @Nullable Long account, String name, String origin, Map<Long, Set<Role>> roles, Kind kind) {

  /// What stands behind an actor.
  public enum Kind {
    NOBODY,
    PERSON,
    /// An API key that may only read.
    READING_KEY,
    /// An API key that may do what its owner may.
    WRITING_KEY,
    SYSTEM
  }

  public Actor {
    roles = Map.copyOf(roles);
  }

  /// Somebody who has not signed in.
  public static Actor nobody(String origin) {
    return new Actor(null, "nobody", origin, Map.of(), Kind.NOBODY);
  }

  /// The node itself, at work on something.
  public static Actor system(String work) {
    return new Actor(null, "ronghe", work, Map.of(), Kind.SYSTEM);
  }

  /// Whether somebody is known to be there.
  public boolean signedIn() {
    return kind != Kind.NOBODY;
  }

  /// Whether the role is held in any organisation.
  public boolean has(Role role) {
    return roles.values().stream().anyMatch(held -> held.contains(role));
  }

  /// Whether the role is held in that organisation.
  public boolean has(Role role, long organisation) {
    return roles.getOrDefault(organisation, Set.of()).contains(role);
  }

  /// Whether the internal facts of every organisation may be read.
  public boolean readsAll() {
    return isSystem() || has(Role.BUREAU_OFFICER) || has(Role.AUDITOR);
  }

  /// Whether facts may be entered about every organisation.
  public boolean writesAll() {
    return isSystem() || (mayWrite() && has(Role.BUREAU_OFFICER));
  }

  /// Whether people, rights and settings may be managed.
  public boolean administers() {
    return isSystem() || (mayWrite() && has(Role.ADMINISTRATOR));
  }

  /// Whether the audit log may be read.
  public boolean audits() {
    return isSystem() || has(Role.AUDITOR) || has(Role.ADMINISTRATOR);
  }

  /// Whether the internal facts of that organisation may be read.
  public boolean reads(long organisation) {
    return readsAll() || roles.containsKey(organisation);
  }

  /// Whether facts may be entered about that organisation.
  public boolean writes(long organisation) {
    return writesAll() || writableOrganisations().contains(organisation);
  }

  /// Whether anything may be changed at all.
  public boolean mayWrite() {
    return kind == Kind.PERSON || kind == Kind.WRITING_KEY || kind == Kind.SYSTEM;
  }

  /// The organisations about which facts may be entered, apart from [#writesAll].
  public Set<Long> writableOrganisations() {
    var writable = new TreeSet<Long>();
    if (mayWrite()) {
      roles.forEach((organisation, held) -> {
        if (held.contains(Role.REGISTRAR) || held.contains(Role.ENTERPRISE)) {
          writable.add(organisation);
        }
      });
    }
    return writable;
  }

  /// Whether this is the node itself.
  public boolean isSystem() {
    return kind == Kind.SYSTEM;
  }
}
