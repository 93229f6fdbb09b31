package org.ronghe.platform.access;

/// Who may use an endpoint. What they then see of it, row-level security in the database decides
/// once more.
public enum Rule {
  /// Anyone, signed in or not.
  ANYONE,
  /// Anyone who has signed in, with whatever role.
  SIGNED_IN,
  /// An administrator.
  ADMINISTRATOR,
  /// A bureau officer.
  BUREAU,
  /// An auditor or an administrator.
  AUDITOR,
  /// Readers of data: anyone signed in, or an API key.
  DATA,
  /// Those who read the internal facts of the organisation in the path (`{organisation}`).
  READ_ORGANISATION,
  /// Those who enter facts about the organisation in the path (`{organisation}`).
  WRITE_ORGANISATION;

  /// Whether this rule needs to know the organisation in the path.
  public boolean needsOrganisation() {
    return this == READ_ORGANISATION || this == WRITE_ORGANISATION;
  }

  /// Whether it lets the actor in.
  ///
  /// @param organisation the organisation in the path, 0 where the rule does not ask for one
  /// @param changing whether the endpoint changes anything; a key for reading never may
  public boolean allows(Actor actor, long organisation, boolean changing) {
    if (changing && actor.signedIn() && !actor.mayWrite()) {
      return false;
    }
    return switch (this) {
      case ANYONE -> true;
      case SIGNED_IN, DATA -> actor.signedIn();
      case ADMINISTRATOR -> actor.isSystem() || actor.has(Role.ADMINISTRATOR);
      case BUREAU -> actor.isSystem() || actor.has(Role.BUREAU_OFFICER);
      case AUDITOR -> actor.audits();
      case READ_ORGANISATION -> actor.reads(organisation);
      case WRITE_ORGANISATION -> actor.writes(organisation);
    };
  }
}
