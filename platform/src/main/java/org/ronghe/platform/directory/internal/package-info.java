/// How the directory is read and shown.
@NullMarked
package org.ronghe.platform.directory.internal;

import org.jspecify.annotations.NullMarked;
