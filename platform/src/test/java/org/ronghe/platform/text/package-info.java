@NullMarked
package org.ronghe.platform.text;

import org.jspecify.annotations.NullMarked;
