/// The jobs' table, the threads that do them, their pages and API.
@NullMarked
package org.ronghe.platform.jobs.internal;

import org.jspecify.annotations.NullMarked;
