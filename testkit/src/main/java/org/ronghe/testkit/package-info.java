@NullMarked
package org.ronghe.testkit;

import org.jspecify.annotations.NullMarked;
