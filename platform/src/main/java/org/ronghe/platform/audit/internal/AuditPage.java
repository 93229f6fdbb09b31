package org.ronghe.platform.audit.internal;

import org.ronghe.platform.web.View;

/// The page of one entry.
public record AuditPage(View view, Change change) {}
