/// The settings' table, page and API.
@NullMarked
package org.ronghe.platform.settings.internal;

import org.jspecify.annotations.NullMarked;
