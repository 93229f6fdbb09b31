@NullMarked
package org.ronghe.cli;

import org.jspecify.annotations.NullMarked;
