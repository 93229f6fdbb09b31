/// The little language of conditions and formulas.
@NullMarked
package org.ronghe.rules.language;

import org.jspecify.annotations.NullMarked;
