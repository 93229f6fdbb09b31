/// Black-box tests of the built command, as a user meets it.
@NullMarked
package org.ronghe.e2e;

import org.jspecify.annotations.NullMarked;
