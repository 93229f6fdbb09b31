/// Who is asking, and what they may do.
@NullMarked
package org.ronghe.platform.access;

import org.jspecify.annotations.NullMarked;
