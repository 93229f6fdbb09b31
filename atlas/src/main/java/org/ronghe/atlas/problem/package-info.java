/// What can go wrong outside our own code: errors of the user or the environment, and rejected
/// data.
@NullMarked
package org.ronghe.atlas.problem;

import org.jspecify.annotations.NullMarked;
