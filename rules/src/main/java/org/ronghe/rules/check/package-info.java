/// What can be wrong with a rulebook, and its own examples.
@NullMarked
package org.ronghe.rules.check;

import org.jspecify.annotations.NullMarked;
