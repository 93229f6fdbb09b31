/// Writes delimited text as RFC 4180 says.
@NullMarked
package org.ronghe.atlas.report.csv;

import org.jspecify.annotations.NullMarked;
