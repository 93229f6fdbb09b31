/// How names are cut up, found, marked, and followed.
@NullMarked
package org.ronghe.platform.search.internal;

import org.jspecify.annotations.NullMarked;
