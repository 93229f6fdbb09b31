@NullMarked
package org.ronghe.platform.registry;

import org.jspecify.annotations.NullMarked;
