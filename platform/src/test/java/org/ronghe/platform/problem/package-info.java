@NullMarked
package org.ronghe.platform.problem;

import org.jspecify.annotations.NullMarked;
