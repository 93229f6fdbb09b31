/// Tests of signing in and of rights.
@NullMarked
package org.ronghe.platform.accounts.internal;

import org.jspecify.annotations.NullMarked;
