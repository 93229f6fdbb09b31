/// Tests of the fact base's pages.
@NullMarked
package org.ronghe.platform.facts.internal;

import org.jspecify.annotations.NullMarked;
