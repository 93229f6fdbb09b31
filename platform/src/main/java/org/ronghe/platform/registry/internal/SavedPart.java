package org.ronghe.platform.registry.internal;

import java.time.Instant;
import org.ronghe.platform.web.View;

/// What the form says of itself after it saved itself.
///
/// @param edit of the row that was written
/// @param clash the key of what stands in the way, so that nothing was written; empty for nothing
public record SavedPart(View view, long edit, Instant at, String clash) {}
