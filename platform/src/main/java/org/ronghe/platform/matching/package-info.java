/// What is public and could answer a need, each with its reasons: the matching engine over the
/// catalogue.
@NullMarked
package org.ronghe.platform.matching;

import org.jspecify.annotations.NullMarked;
