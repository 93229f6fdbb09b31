@NullMarked
package org.ronghe.platform.ranking.internal;

import org.jspecify.annotations.NullMarked;
