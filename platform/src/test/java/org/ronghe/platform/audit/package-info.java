@NullMarked
package org.ronghe.platform.audit;

import org.jspecify.annotations.NullMarked;
