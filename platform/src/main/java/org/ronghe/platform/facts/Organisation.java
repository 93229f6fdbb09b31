package org.ronghe.platform.facts;

import java.time.Instant;

/// An organisation.
///
/// @param version grows with every change of the profile; the ETag
public record Organisation(long id, OrganisationProfile profile, long version, Instant changed) {
  /// Its names.
  public Names names() {
    return profile.names();
  }
}
