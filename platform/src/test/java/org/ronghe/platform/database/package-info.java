@NullMarked
package org.ronghe.platform.database;

import org.jspecify.annotations.NullMarked;
