/// Dated rulebooks: criteria of public titles, policies and benefits, read, checked and evaluated.
@NullMarked
package org.ronghe.rules;

import org.jspecify.annotations.NullMarked;
