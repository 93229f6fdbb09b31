/// From a need to ranked candidates, each with its reasons.
@NullMarked
package org.ronghe.match.search;

import org.jspecify.annotations.NullMarked;
