/// What a user's files can have wrong with them.
@NullMarked
package org.ronghe.match.problem;

import org.jspecify.annotations.NullMarked;
