/// Rankings of science and technology clusters on screen: taken in, shown, compared.
@NullMarked
package org.ronghe.platform.ranking;

import org.jspecify.annotations.NullMarked;
