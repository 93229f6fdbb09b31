@NullMarked
package org.ronghe.platform.ranking;

import org.jspecify.annotations.NullMarked;
