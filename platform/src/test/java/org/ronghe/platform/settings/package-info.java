@NullMarked
package org.ronghe.platform.settings;

import org.jspecify.annotations.NullMarked;
