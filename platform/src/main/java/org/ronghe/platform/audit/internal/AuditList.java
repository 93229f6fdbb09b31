package org.ronghe.platform.audit.internal;

import java.util.List;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;

/// The page of the log.
///
/// @param entries newest first
/// @param subjects what there are entries about
public record AuditList(
    View view, List<Change> entries, Listing.Meta meta, List<String> subjects) {}
