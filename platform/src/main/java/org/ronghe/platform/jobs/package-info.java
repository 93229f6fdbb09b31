/// Work that takes longer than a page: started by somebody, watched, cancelled, tried again.
@NullMarked
package org.ronghe.platform.jobs;

import org.jspecify.annotations.NullMarked;
