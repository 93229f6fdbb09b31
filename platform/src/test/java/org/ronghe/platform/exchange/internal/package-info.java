@NullMarked
package org.ronghe.platform.exchange.internal;

import org.jspecify.annotations.NullMarked;
