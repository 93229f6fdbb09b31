/// Numbers with units in a text, and whether one text meets what the other asks for.
@NullMarked
package org.ronghe.match.quantity;

import org.jspecify.annotations.NullMarked;
