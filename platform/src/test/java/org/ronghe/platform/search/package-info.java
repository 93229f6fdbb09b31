/// Searching as a user meets it.
@NullMarked
package org.ronghe.platform.search;

import org.jspecify.annotations.NullMarked;
