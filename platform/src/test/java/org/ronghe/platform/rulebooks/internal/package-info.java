@NullMarked
package org.ronghe.platform.rulebooks.internal;

import org.jspecify.annotations.NullMarked;
