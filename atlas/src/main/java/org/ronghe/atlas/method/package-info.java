/// Methods as dated data: what counts, how much, how far apart, and who says so.
@NullMarked
package org.ronghe.atlas.method;

import org.jspecify.annotations.NullMarked;
