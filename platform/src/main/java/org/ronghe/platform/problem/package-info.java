/// What can go wrong at the node outside its own code: one exception, stable codes, an HTTP status.
@NullMarked
package org.ronghe.platform.problem;

import org.jspecify.annotations.NullMarked;
