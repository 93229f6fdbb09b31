@NullMarked
package org.ronghe.sphere;

import org.jspecify.annotations.NullMarked;
