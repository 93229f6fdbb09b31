/// What decisions teach: an order that can be read, levels, and how far a score can be trusted.
@NullMarked
package org.ronghe.match.learn;

import org.jspecify.annotations.NullMarked;
