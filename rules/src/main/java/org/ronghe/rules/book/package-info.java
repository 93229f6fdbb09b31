/// A rulebook as a policy officer writes it.
@NullMarked
package org.ronghe.rules.book;

import org.jspecify.annotations.NullMarked;
