/// What is known of a firm, with its dates.
@NullMarked
package org.ronghe.rules.fact;

import org.jspecify.annotations.NullMarked;
