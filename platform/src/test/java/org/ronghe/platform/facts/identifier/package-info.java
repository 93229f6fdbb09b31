/// Tests of identifier.
@NullMarked
package org.ronghe.platform.facts.identifier;

import org.jspecify.annotations.NullMarked;
