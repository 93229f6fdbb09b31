/// Tests of the fact base on a real database.
@NullMarked
package org.ronghe.platform.facts;

import org.jspecify.annotations.NullMarked;
