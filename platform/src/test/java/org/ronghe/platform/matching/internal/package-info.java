@NullMarked
package org.ronghe.platform.matching.internal;

import org.jspecify.annotations.NullMarked;
