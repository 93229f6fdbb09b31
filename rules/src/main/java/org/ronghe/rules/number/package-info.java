/// Exact numbers.
@NullMarked
package org.ronghe.rules.number;

import org.jspecify.annotations.NullMarked;
