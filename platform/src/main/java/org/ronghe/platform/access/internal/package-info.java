/// How rights reach the endpoints and the database.
@NullMarked
package org.ronghe.platform.access.internal;

import org.jspecify.annotations.NullMarked;
