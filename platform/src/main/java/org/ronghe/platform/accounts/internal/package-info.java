/// Signing in, its pages and API, and the security of every request.
@NullMarked
package org.ronghe.platform.accounts.internal;

import org.jspecify.annotations.NullMarked;
