/// Answers with their reasons, and the nearest ways to a better one.
@NullMarked
package org.ronghe.rules.evaluate;

import org.jspecify.annotations.NullMarked;
