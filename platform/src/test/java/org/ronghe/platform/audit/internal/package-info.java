@NullMarked
package org.ronghe.platform.audit.internal;

import org.jspecify.annotations.NullMarked;
