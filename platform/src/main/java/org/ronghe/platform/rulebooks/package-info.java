/// Every firm judged by dated rulebooks: titles, what is missing from each, policies, and what a
/// draft would change.
@NullMarked
package org.ronghe.platform.rulebooks;

import org.jspecify.annotations.NullMarked;
