/// Last room: a ranking becomes files: tables, maps, a machine-readable record of the run, a
/// report.
@NullMarked
package org.ronghe.atlas.report;

import org.jspecify.annotations.NullMarked;
