package org.ronghe.atlas.source.table;

import org.ronghe.atlas.source.OrganisationTable;
import org.ronghe.atlas.source.StringTable;

/// The texts that the numbers in [EventRows] stand for. Organisations may be an empty table.
record EventTexts(
    StringTable ids, StringTable kinds, StringTable statements, OrganisationTable organisations) {}
