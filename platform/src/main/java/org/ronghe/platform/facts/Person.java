package org.ronghe.platform.facts;

import java.time.Instant;

/// A person.
///
/// @param version grows with every change of the profile; the ETag
public record Person(long id, PersonProfile profile, long version, Instant changed) {}
