/// Texts that say the same: copied, reworded, translated; and records that are the same thing.
@NullMarked
package org.ronghe.match.duplicate;

import org.jspecify.annotations.NullMarked;
