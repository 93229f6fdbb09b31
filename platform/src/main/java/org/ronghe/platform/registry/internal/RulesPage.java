package org.ronghe.platform.registry.internal;

import org.ronghe.platform.web.View;

/// How the bureau registers, to be changed.
public record RulesPage(View view, String department, String decideDays, String correctDays) {}
