/// How achievements are stored, decided and shown.
@NullMarked
package org.ronghe.platform.registry.internal;

import org.jspecify.annotations.NullMarked;
