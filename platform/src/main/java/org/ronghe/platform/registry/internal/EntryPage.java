package org.ronghe.platform.registry.internal;

import org.ronghe.platform.web.View;

/// An achievement as everybody reads it.
public record EntryPage(View view, CatalogueEntry entry, Provenance provenance) {}
