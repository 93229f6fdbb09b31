/// Rulebooks made ready: names resolved, series written out, every value in a slot.
@NullMarked
package org.ronghe.rules.link;

import org.jspecify.annotations.NullMarked;
