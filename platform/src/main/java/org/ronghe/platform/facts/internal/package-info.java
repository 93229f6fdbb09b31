/// How facts are stored, shown and served.
@NullMarked
package org.ronghe.platform.facts.internal;

import org.jspecify.annotations.NullMarked;
