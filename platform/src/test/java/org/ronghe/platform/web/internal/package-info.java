@NullMarked
package org.ronghe.platform.web.internal;

import org.jspecify.annotations.NullMarked;
