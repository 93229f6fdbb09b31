/// The append-only log of every change.
@NullMarked
package org.ronghe.platform.audit;

import org.jspecify.annotations.NullMarked;
