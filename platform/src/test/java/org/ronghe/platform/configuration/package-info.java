@NullMarked
package org.ronghe.platform.configuration;

import org.jspecify.annotations.NullMarked;
