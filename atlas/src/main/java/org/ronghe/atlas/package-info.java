@NullMarked
package org.ronghe.atlas;

import org.jspecify.annotations.NullMarked;
