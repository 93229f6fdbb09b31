package org.ronghe.platform.directory.internal;

import java.time.Instant;

/// A list as somebody narrowed and sorted it, kept under a name.
///
/// @param address the page with its query
public record SavedSearch(long id, String name, String address, Instant made) {}
