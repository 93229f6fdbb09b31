@NullMarked
package org.ronghe.platform.rulebooks;

import org.jspecify.annotations.NullMarked;
