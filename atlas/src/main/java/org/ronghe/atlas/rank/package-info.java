/// Fourth room: clusters become scores, ranks and profiles.
@NullMarked
package org.ronghe.atlas.rank;

import org.jspecify.annotations.NullMarked;
