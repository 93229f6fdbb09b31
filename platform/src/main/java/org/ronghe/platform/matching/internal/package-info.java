/// The matching index kept in step with the catalogue, its page and its API.
@NullMarked
package org.ronghe.platform.matching.internal;

import org.jspecify.annotations.NullMarked;
