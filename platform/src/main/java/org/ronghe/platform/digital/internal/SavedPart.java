package org.ronghe.platform.digital.internal;

import java.time.Instant;
import org.ronghe.platform.web.View;

/// What the form says of itself after it saved itself.
///
/// @param edit of the row that was written
/// @param clash whether somebody else changed it first, so that nothing was written
public record SavedPart(View view, long edit, Instant at, boolean clash) {}
