@NullMarked
package org.ronghe.platform;

import org.jspecify.annotations.NullMarked;
