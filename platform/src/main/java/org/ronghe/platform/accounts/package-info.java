/// People who sign in: how they prove who they are, their sessions and keys, and the roles they
/// hold.
@NullMarked
package org.ronghe.platform.accounts;

import org.jspecify.annotations.NullMarked;
