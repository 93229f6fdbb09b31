@NullMarked
package org.ronghe.platform.operations;

import org.jspecify.annotations.NullMarked;
