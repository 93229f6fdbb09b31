@NullMarked
package org.ronghe.platform.jobs;

import org.jspecify.annotations.NullMarked;
