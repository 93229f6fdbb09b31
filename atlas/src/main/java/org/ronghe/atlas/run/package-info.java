/// The runs that lead through the rooms in order: a ranking from records, from counts, and the
/// demo.
@NullMarked
package org.ronghe.atlas.run;

import org.jspecify.annotations.NullMarked;
