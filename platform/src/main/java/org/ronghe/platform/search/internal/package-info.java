/// How names are cut up, indexed, found, marked, and kept in step with the database.
@NullMarked
package org.ronghe.platform.search.internal;

import org.jspecify.annotations.NullMarked;
