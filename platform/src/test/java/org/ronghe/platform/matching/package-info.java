@NullMarked
package org.ronghe.platform.matching;

import org.jspecify.annotations.NullMarked;
