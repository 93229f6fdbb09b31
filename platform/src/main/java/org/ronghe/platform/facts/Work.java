package org.ronghe.platform.facts;

import java.time.Instant;

/// A work: an achievement, a publication, a patent, a contract.
///
/// @param version grows with every change of the profile; the ETag
public record Work(long id, WorkProfile profile, long version, Instant changed) {}
