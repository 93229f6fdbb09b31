@NullMarked
package org.ronghe.platform.help.internal;

import org.jspecify.annotations.NullMarked;
