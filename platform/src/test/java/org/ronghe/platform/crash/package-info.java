@NullMarked
package org.ronghe.platform.crash;

import org.jspecify.annotations.NullMarked;
