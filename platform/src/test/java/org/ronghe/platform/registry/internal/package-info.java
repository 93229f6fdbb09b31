@NullMarked
package org.ronghe.platform.registry.internal;

import org.jspecify.annotations.NullMarked;
