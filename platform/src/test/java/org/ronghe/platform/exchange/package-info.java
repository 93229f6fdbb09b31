@NullMarked
package org.ronghe.platform.exchange;

import org.jspecify.annotations.NullMarked;
