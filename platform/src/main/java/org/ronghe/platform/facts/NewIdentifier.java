package org.ronghe.platform.facts;

import org.ronghe.platform.facts.identifier.IdentifierScheme;

/// An identifier to be entered.
public record NewIdentifier(IdentifierScheme scheme, String value, Validity valid) {
  /// An identifier that always held.
  public static NewIdentifier of(IdentifierScheme scheme, String value) {
    return new NewIdentifier(scheme, value, Validity.always());
  }
}
