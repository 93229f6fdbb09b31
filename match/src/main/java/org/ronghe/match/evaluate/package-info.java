/// How good a ranking is, measured on judged cases.
@NullMarked
package org.ronghe.match.evaluate;

import org.jspecify.annotations.NullMarked;
