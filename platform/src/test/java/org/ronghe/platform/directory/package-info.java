@NullMarked
package org.ronghe.platform.directory;

import org.jspecify.annotations.NullMarked;
