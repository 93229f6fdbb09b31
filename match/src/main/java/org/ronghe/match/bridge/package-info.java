/// Chinese to English and back by a dictionary, for texts in the language that was not asked in.
@NullMarked
package org.ronghe.match.bridge;

import org.jspecify.annotations.NullMarked;
